namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// A source that can look mentions up again by id. Networks' terms ask that what was deleted there is deleted here
/// within a set time: the host walks its store through this.
/// </summary>
public interface IMentionRefresh
{
    /// <summary>Most ids in one call; 0 when this source cannot look anything up.</summary>
    int LookupSize { get; }

    /// <summary>Not more often than this is the same mention to be asked for: lookups may be paid for.</summary>
    TimeSpan LookupEvery { get; }

    /// <summary>Whether an id can be one of this source's: other servers of the same network have their own.</summary>
    bool Knows(string id);

    /// <summary><see cref="SourcePage.Updated"/> has what is still there, <see cref="SourcePage.Deleted"/> what is gone, neither has what the network says nothing of; no cursor.</summary>
    /// <exception cref="SourceException">The source refused or failed.</exception>
    ValueTask<SourcePage> RefreshAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default);
}
