using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Local.Sources;

namespace Crisis.Local.Hosting;

/// <summary>Every source that this machine can pull: the networks, and files.</summary>
internal static class LocalSources
{
    /// <param name="folder">Relative paths of file sources are seen from here.</param>
    public static IReadOnlyList<ISourceFactory> Factories(SourcePorts ports, string folder) => [.. SourceCatalogue.Create(ports), new FileSourceFactory(folder)];

    /// <summary>For looking at settings without a data folder; nothing is stored.</summary>
    public static IReadOnlyList<ISourceFactory> ForChecking(string folder)
    {
        var ledger = new StoredQuotaLedger(new Storage.NoRows(), TimeProvider.System);
        return Factories(new SourcePorts(new HttpClient(), new LocalSecrets(), ledger, TimeProvider.System), folder);
    }
}
