namespace Crisis.Local.Storage;

/// <summary>A message in somebody's hands, or (from a list) at rest.</summary>
/// <param name="Id">Stays the same over all tries.</param>
/// <param name="Tries">How often it was received, this time included.</param>
/// <param name="Receipt">Who holds it: an earlier holder whose time is up can no longer complete it.</param>
/// <param name="SentAt">UTC.</param>
public sealed record QueueMessage(long Id, string Queue, string Body, int Tries, long Receipt, DateTimeOffset SentAt)
{
    /// <summary>Why the last try failed, as far as it said so.</summary>
    public string? Fault { get; init; }
}
