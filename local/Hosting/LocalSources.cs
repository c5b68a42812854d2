using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Sources.Feed;
using Crisis.Local.Sources;

namespace Crisis.Local.Hosting;

/// <summary>Every source that this machine can pull.</summary>
internal static class LocalSources
{
    /// <param name="folder">Relative paths of file sources are seen from here.</param>
    public static IReadOnlyList<ISourceFactory> Factories(SourcePorts ports, string folder) =>
        [new FeedSourceFactory(ports), new FileSourceFactory(folder), new PushSourceFactory()];

    /// <summary>For checking settings only: nothing is ever pulled.</summary>
    public static IReadOnlyList<ISourceFactory> ForChecking(string folder)
    {
        var secrets = new LocalSecrets();
        return Factories(new SourcePorts(new HttpClient(), secrets, new StoredQuotaLedger(new Storage.NoRows(), TimeProvider.System), TimeProvider.System), folder);
    }
}
