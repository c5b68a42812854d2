namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// A source that also tells by itself over a connection that stays open, for hosts that can hold one. It makes mentions
/// come sooner and deletions be known at once; it keeps no cursor, and what it misses is pulled, so that pulling stays
/// the truth: nothing is lost when it breaks off, and the store takes what comes both ways once.
/// </summary>
public interface IMentionListener
{
    /// <summary>False when the settings or the network allow no such connection.</summary>
    bool Listens { get; }

    /// <summary>Hands on what is told, without a cursor, until it is cancelled. Connects again by itself, ever more slowly.</summary>
    Task ListenAsync(Func<SourcePage, CancellationToken, ValueTask> told, CancellationToken cancellation);
}
