using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crisis.Local.Running;

/// <summary>
/// Holds the connections of sources that tell by themselves, beside the pulls; begins anew when the configuration has
/// changed.
/// </summary>
internal sealed partial class LocalListening(
    IConfigSource config, IEnumerable<ISourceFactory> factories, IMentionBatches batches, TimeProvider clock, ILogger<LocalListening> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, ISourceFactory> _factories = factories.ToDictionary(f => f.Type, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var current = await config.CurrentAsync(stoppingToken);
            using var changed = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var listeners = current.Watches.Values.SelectMany(watch => watch.Sources.Select(source => ListenAsync(watch, source, changed.Token))).ToList();
            while (!stoppingToken.IsCancellationRequested && (await config.CurrentAsync(stoppingToken)).Version == current.Version)
                await Task.Delay(Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await changed.CancelAsync();
            await Task.WhenAll(listeners);
        }
    }

    private async Task ListenAsync(Watch watch, SourceSettings source, CancellationToken cancellation)
    {
        if (!source.IsPulled || !_factories.TryGetValue(source.Type, out var factory)) return;
        if (factory.Create(watch, source) is not IMentionListener { Listens: true } listener) return;
        try
        {
            await listener.ListenAsync((page, token) => TakeAsync(watch.Id, source, page, token), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(log, fault, source.Id, watch.Id);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The configuration changed, or the program ends.
        }
    }

    private ValueTask TakeAsync(string watch, SourceSettings source, SourcePage page, CancellationToken cancellation) => batches.SendAsync(
        new MentionBatch(watch, [.. page.Mentions, .. page.Updated])
        {
            Deleted = [.. page.Deleted.Select(id => $"{source.Type}|{id}")],
            ReceivedAt = clock.GetUtcNow(),
        }, cancellation);

    [LoggerMessage(LogLevel.Warning, "Source {Source} of {Watch} tells nothing by itself any more; it is pulled on")]
    private static partial void Failed(ILogger log, Exception fault, string source, string watch);
}
