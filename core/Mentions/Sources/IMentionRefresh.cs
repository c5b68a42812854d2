namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// A source that can look mentions up again by id. Networks' terms ask that what was deleted there is deleted here
/// within a set time: the host walks its store through this.
/// </summary>
public interface IMentionRefresh
{
    /// <summary>Most ids in one call; 0 when this source cannot look anything up.</summary>
    int LookupSize { get; }

    /// <summary><see cref="SourcePage.Updated"/> has what is still there, <see cref="SourcePage.Deleted"/> the rest; no cursor.</summary>
    /// <exception cref="SourceException">The source refused or failed.</exception>
    ValueTask<SourcePage> RefreshAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default);
}
