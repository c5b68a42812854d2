using Crisis.Core.Mentions.Push;
using Crisis.Core.Mentions.Sources.Bluesky;
using Crisis.Core.Mentions.Sources.Feed;
using Crisis.Core.Mentions.Sources.Graph;
using Crisis.Core.Mentions.Sources.Mastodon;
using Crisis.Core.Mentions.Sources.Reddit;
using Crisis.Core.Mentions.Sources.Reviews;
using Crisis.Core.Mentions.Sources.X;
using Crisis.Core.Mentions.Sources.YouTube;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Every source that needs nothing but HTTP, for any host. A new network is one folder and one line here.</summary>
public static class SourceCatalogue
{
    public static IReadOnlyList<ISourceFactory> Create(SourcePorts ports) =>
    [
        new FeedSourceFactory(ports),
        new MastodonSourceFactory(ports),
        new BlueskySourceFactory(ports),
        new RedditSourceFactory(ports),
        new YouTubeSourceFactory(ports),
        new XSourceFactory(ports),
        new GraphSourceFactory(ports, instagram: true),
        new GraphSourceFactory(ports, instagram: false),
        new AppStoreSourceFactory(ports),
        new PlayStoreSourceFactory(ports),
        new PushSourceFactory(),
    ];
}
