namespace Crisis.Web.Outbox;

/// <summary>Messages, newest first.</summary>
public sealed record OutboxModel(IReadOnlyList<OutboxMessage> Messages);
