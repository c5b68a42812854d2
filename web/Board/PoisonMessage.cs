namespace Crisis.Web.Board;

/// <summary>Work that failed five times and waits for a person: <c>crisis queue replay</c>.</summary>
public sealed record PoisonMessage(string Queue, DateTimeOffset SentAt, string? Why);
