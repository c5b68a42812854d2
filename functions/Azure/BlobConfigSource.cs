using Azure;
using Azure.Storage.Blobs;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Microsoft.Extensions.Logging;

namespace Crisis.Functions.Azure;

/// <summary>
/// The configuration in a blob container: looked for anew at most every half minute; a version with faults is told and
/// the last good one goes on. An empty or missing container is the shipped default: no watch, the shipped team and playbooks.
/// </summary>
public sealed partial class BlobConfigSource(BlobContainerClient container, ConfigReader reader, TimeProvider clock, ILogger<BlobConfigSource> log) : IConfigSource, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile CrisisConfig? _current;
    private volatile IReadOnlyList<ConfigFault> _faults = [];
    private string? _stamp;
    private long _lookedAt;

    public IReadOnlyList<ConfigFault> Faults => _faults;

    public async ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default)
    {
        if (_current is { } known && clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) < Patience) return known;
        await _one.WaitAsync(cancellation);
        try
        {
            if (_current is { } now && clock.GetElapsedTime(_lookedAt) < Patience) return now;
            return await LookAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async ValueTask<CrisisConfig> LookAsync(CancellationToken cancellation)
    {
        try
        {
            var blobs = await BlobConfigFiles.StampsAsync(container, cancellation);
            var stamp = string.Join('\n', blobs.Select(blob => $"{blob.Name}|{blob.ETag}"));
            if (_current is null || stamp != _stamp)
            {
                var result = reader.Read(await BlobConfigFiles.ReadAsync(container, blobs.Select(blob => blob.Name), cancellation));
                _faults = result.Config is null ? result.Faults : [];
                if (result.Config is null) Faulty(log, string.Join("; ", result.Faults));
                // With a fault from the very begin there is no good version: then nothing is watched, and the fault is told.
                _current = result.Config ?? _current ?? reader.Read([]).Config;
                _stamp = stamp;
            }
        }
        catch (RequestFailedException fault) when (_current is not null)
        {
            Unreachable(log, fault);
        }

        Volatile.Write(ref _lookedAt, clock.GetTimestamp());
        return _current!;
    }

    [LoggerMessage(LogLevel.Error, "The configuration has faults, the last good version goes on: {Faults}")]
    private static partial void Faulty(ILogger log, string faults);

    [LoggerMessage(LogLevel.Warning, "The configuration cannot be read, the last good version goes on")]
    private static partial void Unreachable(ILogger log, Exception fault);
}
