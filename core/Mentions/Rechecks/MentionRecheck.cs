using Crisis.Core.Mentions.Sources;
using Crisis.Core.Mentions.Withdrawals;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Rechecks;

/// <summary>
/// The "recheck" stage: stored mentions that matter are asked for again, within the networks' budgets, for edits,
/// engagement and deletion. What has changed goes the way of new mentions; crises are held against the store after it.
/// A timer's work, safe to run anywhere and as often as wanted: a watch has its turn once in <see cref="Every"/>.
/// </summary>
public sealed class MentionRecheck
{
    /// <summary>Between two turns of a watch, and between two questions for a young mention.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private const string PlanRow = "plan";

    private readonly IConfigSource _config;
    private readonly Dictionary<string, ISourceFactory> _factories;
    private readonly IMentionBatches _batches;
    private readonly TimeProvider _clock;
    private readonly JsonRows<RecheckPlan> _plans;
    private readonly RecheckCandidates _candidates;
    private readonly CrisisReconciling _reconciling;

    public MentionRecheck(
        IRowStore rows, IConfigSource config, IEnumerable<ISourceFactory> factories, MentionStore mentions, IMentionBatches batches, TimeProvider clock)
    {
        (_config, _batches, _clock) = (config, batches, clock);
        _factories = factories.ToDictionary(factory => factory.Type, StringComparer.Ordinal);
        _plans = new JsonRows<RecheckPlan>(rows, "rechecks");
        _candidates = new RecheckCandidates(rows, mentions);
        _reconciling = new CrisisReconciling(rows, mentions, new PostWithdrawal(rows, new MentionPlaces(rows), clock));
    }

    /// <summary>Walks through the watches that are due.</summary>
    public async ValueTask<RecheckReport> RunAsync(CancellationToken cancellation = default)
    {
        var done = RecheckReport.Nothing;
        foreach (var watch in (await _config.CurrentAsync(cancellation)).Watches.Values.OrderBy(w => w.Id, StringComparer.Ordinal))
        {
            if (await ClaimAsync(watch.Id, cancellation)) done = RecheckReport.Sum(done, await RunAsync(watch, cancellation));
        }

        return done;
    }

    /// <summary>Of several instances one gets the watch's turn.</summary>
    private async ValueTask<bool> ClaimAsync(string watch, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var claimed = false;
        await _plans.ChangeAsync(watch, PlanRow, plan =>
        {
            claimed = plan is null || plan.NextAt <= now;
            return claimed ? (plan ?? new RecheckPlan()) with { NextAt = now + Every } : null;
        }, cancellation);
        return claimed;
    }

    private async ValueTask<RecheckReport> RunAsync(Watch watch, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var crises = await _candidates.CrisesAsync(watch.Id, now, cancellation);
        if (crises.Count == 0) return RecheckReport.Nothing;
        var mentions = await _candidates.MentionsAsync(watch.Id, crises, now, cancellation);
        var plan = await _plans.GetAsync(watch.Id, PlanRow, cancellation) ?? new RecheckPlan();
        var done = RecheckReport.Nothing;
        var asked = new List<string>();
        foreach (var ofType in mentions.GroupBy(m => m.Mention.Source))
        {
            if (SourcesOf(watch, ofType.Key) is not { Count: > 0 } sources) continue;
            var pace = sources.Max(s => s.LookupEvery);
            var stored = ofType.Where(m => IsDue(plan, m, pace, now)).OrderBy(m => plan.AskedAt(Native(m.Mention))).ToDictionary(m => m.Mention.Id, StringComparer.Ordinal);
            if (stored.Count == 0) continue;
            var answer = await new RecheckAsking(sources).AskAsync([.. stored.Keys], cancellation);
            var changed = answer.There.Where(m => IsChanged(stored[m.Id].Mention, m)).ToList();
            asked.AddRange(answer.Asked.Select(id => $"{ofType.Key}|{id}"));
            if (changed.Count + answer.Gone.Count > 0)
            {
                var batch = new MentionBatch(watch.Id, changed) { Deleted = [.. answer.Gone.Select(id => $"{ofType.Key}|{id}")], ReceivedAt = now };
                await _batches.SendAsync(batch, cancellation);
            }

            done = RecheckReport.Sum(done, new RecheckReport(answer.Asked.Count, changed.Count, answer.Gone.Count, 0));
        }

        await NoteAsync(watch.Id, mentions, asked, now, cancellation);
        foreach (var crisis in crises)
        {
            if (await _reconciling.ReconcileAsync(crisis, cancellation)) done = RecheckReport.Sum(done, new RecheckReport(0, 0, 0, 1));
        }

        return done;
    }

    private static bool IsDue(RecheckPlan plan, StoredMention mention, TimeSpan pace, DateTimeOffset now)
    {
        var interval = RecheckPlan.Interval(now - mention.Mention.CreatedAt);
        return DateTimeOffset.FromUnixTimeSeconds(plan.AskedAt(Native(mention.Mention))) + (interval > pace ? interval : pace) <= now;
    }

    /// <summary>The store compares in full; this spares it, and the analyser, what is plainly the same.</summary>
    private static bool IsChanged(Mention stored, Mention now) =>
        stored.Engagement != now.Engagement || stored.Text != MentionText.Clean(now.Text);

    private List<IMentionRefresh> SourcesOf(Watch watch, string type) => !_factories.TryGetValue(type, out var factory) ? [] :
    [
        .. watch.Sources.Where(s => s.Type == type && s.IsPulled).Select(s => factory.Create(watch, s)).OfType<IMentionRefresh>().Where(s => s.LookupSize > 0),
    ];

    /// <summary>Remembers what was asked for; what no longer matters is forgotten.</summary>
    private async ValueTask NoteAsync(
        string watch, IReadOnlyList<StoredMention> mentions, List<string> asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var keys = mentions.Select(m => RecheckPlan.KeyOf(Native(m.Mention))).ToHashSet(StringComparer.Ordinal);
        var fresh = asked.Select(RecheckPlan.KeyOf).ToHashSet(StringComparer.Ordinal);
        await _plans.ChangeAsync(watch, PlanRow, plan =>
        {
            var known = plan?.Asked.Where(a => keys.Contains(a.Key) && !fresh.Contains(a.Key)) ?? [];
            var all = known.Concat(fresh.Select(key => KeyValuePair.Create(key, now.ToUnixTimeSeconds()))).OrderByDescending(a => a.Value).Take(RecheckPlan.Most);
            return (plan ?? new RecheckPlan()) with { Asked = all.ToDictionary(StringComparer.Ordinal) };
        }, cancellation);
    }

    private static string Native(Mention mention) => $"{mention.Source}|{mention.Id}";
}
