namespace Crisis.Core.Notices;

/// <summary>One labelled line of evidence or numbers, in the recipient's language.</summary>
public sealed record NoticeFact(string Label, string Value);
