namespace Crisis.Core.Aftermath;

/// <summary>A root cause that a person named.</summary>
public sealed record NamedCause(string Id, string Text, string By, DateTimeOffset At);
