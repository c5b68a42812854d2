namespace Crisis.Functions.Operations;

/// <summary>A poison message: its id, the queue that it failed in, when it became poison or was sent, UTC, and why where the service knows.</summary>
public sealed record PoisonEntry(string Id, string Queue, DateTimeOffset SentAt, string? Why = null);
