namespace Crisis.Web.Board;

/// <summary>Somebody was told of a crisis, or could not be.</summary>
public sealed record BoardNotice(DateTimeOffset At, string Zone, string Crisis, string Who, string? Reason, bool Failed);
