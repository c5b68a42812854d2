using Crisis.Core.Watching.Configuration;

namespace Crisis.Core.Watching;

/// <summary>Where the configuration is kept: a folder locally, a blob container on Azure. Gives the last good version.</summary>
public interface IConfigSource
{
    ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default);

    /// <summary>Why the newest version is not the one in use; empty when it is.</summary>
    IReadOnlyList<ConfigFault> Faults => [];
}
