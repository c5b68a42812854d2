namespace Crisis.Web.Outbox;

/// <summary>Names of messages, newest first, without their endings.</summary>
public sealed record OutboxModel(IReadOnlyList<string> Names);
