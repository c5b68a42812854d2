namespace Crisis.Core.Response;

/// <summary>One rung: this long after the crisis called for people, these roles or person ids (or <c>everyone</c>) are called.</summary>
public sealed record LadderCall(TimeSpan After, IReadOnlyList<string> Call);
