using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Feed;

/// <summary>
/// <c>{ type: feed, url: https://… }</c>: RSS 2.0 and Atom. Only items that name one of the watch's terms are taken,
/// unless <c>all: true</c>; <c>own: true</c> for the brand's own blog or status page.
/// </summary>
public sealed class FeedSourceFactory(SourcePorts ports) : ISourceFactory
{
    public string Type => "feed";

    public IReadOnlyList<SourceFault> Check(SourceSettings settings) => new FieldRules(settings)
        .Required("url", "the feed's address")
        .Address("url", secure: false)
        .That("all", IsFlag, "is neither true nor false", "Write true to take items that name none of the terms, too.")
        .That("own", IsFlag, "is neither true nor false", "Write true when the feed is the brand's own.")
        .Faults();

    public IMentionSource Create(Watch watch, SourceSettings settings) => new FeedSource(ports, watch, settings);

    private static bool IsFlag(string text) => text is "true" or "false";
}
