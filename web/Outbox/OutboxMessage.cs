namespace Crisis.Web.Outbox;

/// <summary>A message of the outbox as its mail's head says it.</summary>
/// <param name="Name">Of its files, without their endings.</param>
/// <param name="At">As its recipient reads it: the offset is that of the watch's zone.</param>
public sealed record OutboxMessage(string Name, string Subject, string To, DateTimeOffset At);
