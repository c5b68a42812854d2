namespace Crisis.Functions.Operations;

/// <summary>A poison message: its id, the queue that it failed in, and when it became poison, UTC.</summary>
public sealed record PoisonEntry(string Id, string Queue, DateTimeOffset SentAt);
