namespace Crisis.Core.Mentions;

/// <summary>
/// One place that mentions come from, for one watch. Stateless between calls: all it needs to go on stands in the
/// cursor. The pull handler stores the cursor only after the mentions are safe, so a page may be asked for twice.
/// </summary>
public interface IMentionSource
{
    /// <param name="cursor">What the last page returned; null the first time (then begin at about <paramref name="since"/>).</param>
    /// <param name="since">Not older than this on a first pull, UTC.</param>
    /// <exception cref="SourceException">The source refused or failed; says why, whose turn it is, and when to try again.</exception>
    ValueTask<SourcePage> PullAsync(string? cursor, DateTimeOffset since, CancellationToken cancellation = default);
}
