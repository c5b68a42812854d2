namespace Crisis.Web.Outbox;

/// <summary>Messages of the outbox, newest first.</summary>
public sealed record OutboxModel(IReadOnlyList<OutboxMessage> Messages);
