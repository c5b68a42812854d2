namespace Crisis.Core.Mentions;

/// <summary>One item that could not be read: where (line, item, field), what is wrong and what to do about it.</summary>
public sealed record SourceFault(string Where, string What, string Remedy);
