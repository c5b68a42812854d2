namespace Crisis.Core.Watching;

/// <summary>Asks for one pull of one source. On queue <c>pulls</c>; a repeat pulls from wherever the cursor stands.</summary>
public sealed record PullMessage(string Watch, string Source, DateTimeOffset PlannedAt);
