using System.Globalization;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Functions.Hosting;

namespace Crisis.Functions.Canaries;

/// <summary>
/// A made-up complaint that takes the way of every other once a day: queue, scoring, escalation, orchestration, notice
/// to operations. It is never stored as a mention and opens no crisis, so that no figure knows it. Every step may run
/// twice: the first time is kept.
/// </summary>
public sealed class Canary(IMentionBatches batches, IConfigSource config, MentionScorer scorer, IEscalations escalations, IRowStore rows, AppSettings settings, TimeProvider clock)
{
    public const string Source = "canary";

    /// <summary>It is sent from this hour on, UTC, so that its notice comes when people are awake.</summary>
    public const int Hour = 6;

    /// <summary>It should have arrived after this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string Text = "The parcel never came and nobody answers. Terrible service, I am very disappointed and want my money back.";
    private readonly JsonRows<CanaryRun> _runs = new(rows, "canaries");

    public static bool Is(MentionBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Mentions is [{ Source: Source }];
    }

    public static bool Is(CrisisEscalation escalation)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        return escalation.Id.StartsWith(Source + "-", StringComparison.Ordinal);
    }

    /// <summary>Sends today's unless it was sent; null when there is none today (yet).</summary>
    public async ValueTask<CanaryRun?> SendDueAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (settings.CanaryWatch is not { } watch || now.UtcDateTime.Hour < Hour) return null;
        var id = $"{Source}-{now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        if (await FindAsync(id, cancellation) is { } sent) return sent;
        // First the row: one that is written and never sent shows as trouble, one sent twice would not.
        var run = new CanaryRun(id, now);
        if (!await _runs.InsertAsync("runs", id, run, cancellation)) return await FindAsync(id, cancellation);
        var mention = new Mention { Source = Source, Id = id, Text = Text, Language = "en", CreatedAt = now };
        await batches.SendAsync(new MentionBatch(watch, [mention]) { ReceivedAt = now }, cancellation);
        return run;
    }

    /// <summary>Has it judged as any mention, and hands it over as an escalation.</summary>
    public async ValueTask ScoreAsync(MentionBatch batch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var now = clock.GetUtcNow();
        var scored = await scorer.ScoreAsync(batch, (await config.CurrentAsync(cancellation)).WatchOf(batch.Watch), cancellation);
        if (scored.Mentions is not [{ Sentiment.Label: SentimentLabel.Negative } found])
        {
            await TroubleAsync(batch.Mentions[0].Id, "The analyser does not find the complaint negative.", cancellation);
            return;
        }

        await NoteAsync(found.Mention.Id, run => run with { ScoredAt = run.ScoredAt ?? now }, cancellation);
        var escalation = new CrisisEscalation
        {
            Id = found.Mention.Id,
            Watch = batch.Watch,
            Cause = CrisisCause.Mentions,
            Kind = CrisisKind.Unclassified,
            Severity = 4,
            At = now,
            Since = batch.ReceivedAt,
            Drill = true,
        };
        await escalations.SendAsync(escalation, cancellation);
    }

    /// <summary>It has arrived. Null when nobody sent one of this id.</summary>
    public ValueTask<CanaryRun?> ArrivedAsync(string id, CancellationToken cancellation = default) =>
        NoteAsync(id, run => run with { NoticedAt = run.NoticedAt ?? clock.GetUtcNow(), Trouble = null }, cancellation);

    /// <summary>One way to operations was told.</summary>
    public async ValueTask ToldAsync(string id, string way, CancellationToken cancellation = default) =>
        await NoteAsync(id, run => run.Told.Contains(way) ? run : run with { Told = [.. run.Told, way] }, cancellation);

    /// <summary>What keeps it from arriving, for a person.</summary>
    public async ValueTask TroubleAsync(string id, string trouble, CancellationToken cancellation = default) =>
        await NoteAsync(id, run => run with { Trouble = trouble }, cancellation);

    public ValueTask<CanaryRun?> FindAsync(string id, CancellationToken cancellation = default) => _runs.GetAsync("runs", id, cancellation);

    private ValueTask<CanaryRun?> NoteAsync(string id, Func<CanaryRun, CanaryRun> change, CancellationToken cancellation) =>
        _runs.ChangeAsync("runs", id, run => run is null ? null : change(run), cancellation);
}
