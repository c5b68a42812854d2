using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Microsoft.Extensions.Logging;

namespace Crisis.Local.Watching;

/// <summary>
/// The configuration of a folder. Looks for changes at most once in five seconds; a version with faults is told once and
/// the last good one goes on.
/// </summary>
public sealed class FolderConfigSource : IConfigSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly DirectoryInfo folder;
    private readonly ConfigReader reader;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private CrisisConfig current;
    private volatile IReadOnlyList<ConfigFault> faults = [];
    private string stamp;
    private long lookedAt;

    /// <exception cref="Commands.WrongInputException">The folder has a fault at the start: then there is no good version to go on with.</exception>
    public FolderConfigSource(DirectoryInfo folder, ConfigReader reader, TimeProvider clock, ILogger log)
    {
        (this.folder, this.reader, this.clock, this.log) = (folder, reader, clock, log);
        stamp = ConfigFolder.Stamp(folder);
        lookedAt = clock.GetTimestamp();
        var result = reader.Read(ConfigFolder.Read(folder));
        current = result.Config ?? throw new Commands.WrongInputException($"{folder}:\n{string.Join('\n', result.Faults)}");
    }

    public IReadOnlyList<ConfigFault> Faults => faults;

    public ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(lookedAt) < Patience) return ValueTask.FromResult(current);
            lookedAt = clock.GetTimestamp();
            if (ConfigFolder.Stamp(folder) is var now && now == stamp) return ValueTask.FromResult(current);
            stamp = now;
            try
            {
                var result = reader.Read(ConfigFolder.Read(folder));
                faults = result.Config is null ? result.Faults : [];
                if (result.Config is { } config) current = config;
                else log.LogError("The changed configuration has faults, the last good one goes on: {Faults}", string.Join("; ", result.Faults));
            }
            catch (Exception trouble) when (trouble is Commands.WrongInputException or IOException)
            {
                faults = [new ConfigFault(folder.FullName, 1, "(folder)", trouble.Message, "Make it readable.")];
                log.LogError("The changed configuration cannot be read, the last good one goes on: {Why}", trouble.Message);
            }

            return ValueTask.FromResult(current);
        }
    }
}
