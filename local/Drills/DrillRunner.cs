using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Drills;

/// <summary>
/// Plays a mentions file through the whole pipeline in virtual time. One thing at a time in order of time, so that two
/// drills of one file give the same bytes. Mentions arrive by the minute, as pulls would bring them.
/// </summary>
internal sealed class DrillRunner(IServiceProvider services, DrillStream stream, DrillScript script, VirtualClock clock, CrisisConfig config)
{
    /// <summary>After the last row the clock goes on at most this long for crises to close.</summary>
    public TimeSpan Afterwards { get; init; } = TimeSpan.FromDays(30);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly MentionDesk desk = services.GetRequiredService<MentionDesk>();
    private readonly MentionScorer scorer = services.GetRequiredService<MentionScorer>();
    private readonly LocalEngine engine = services.GetRequiredService<LocalEngine>();
    private readonly DecisionHandler decisions = services.GetRequiredService<DecisionHandler>();
    private readonly DrillEvents events = new(services.GetRequiredService<Timeline>());
    private readonly DrillPeople people = new(script, services.GetRequiredService<IConfigSource>() is FixedConfig known ? known.AnyPerson : "responder");
    private int seen;

    /// <param name="progress">Told the rows played so far.</param>
    public async ValueTask<DrillResult> RunAsync(Action<int>? progress = null, CancellationToken cancellation = default)
    {
        desk.Found = events.Found;
        people.Begin();
        var rows = 0;
        var repeated = 0;
        var minute = DateTimeOffset.MinValue;
        var watch = "";
        // Reading and scoring run ahead on another thread: neither depends on what happens in the drill.
        await foreach (var batch in scorer.ScoreAheadAsync(stream.Batches, config.WatchOf, cancellation: cancellation))
        {
            if (watch.Length > 0 && (batch.ReceivedAt != minute || batch.Watch != watch)) await desk.DetectAsync(watch, cancellation);
            if (batch.ReceivedAt != minute)
            {
                if (watch.Length > 0) await TurnAsync(cancellation);
                progress?.Invoke(rows);
                await AdvanceAsync(batch.ReceivedAt, cancellation);
                clock.MoveTo(batch.ReceivedAt);
            }

            (minute, watch) = (batch.ReceivedAt, batch.Watch);
            var stored = await desk.StoreAsync(batch, cancellation);
            repeated += stored.Repeated;
            rows += batch.Mentions.Count + batch.Intake.Repeats + batch.Intake.Faults.Count;
        }

        if (watch.Length > 0) await desk.DetectAsync(watch, cancellation);
        await TurnAsync(cancellation);
        progress?.Invoke(rows);
        await AdvanceAsync(stream.Last + Afterwards, cancellation);
        return DrillResult.Of([new DrillResult(events.All, [], rows, repeated, [])], script);
    }

    /// <summary>Lets everything happen that is due before an instant.</summary>
    private async ValueTask AdvanceAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        while (Earlier(await engine.NextAsync(cancellation), people.NextAt) is { } next && next < until)
        {
            cancellation.ThrowIfCancellationRequested();
            clock.MoveTo(next);
            await TurnAsync(cancellation);
        }
    }

    /// <summary>Decisions and turns that are due now, until nobody has anything more to do at this instant.</summary>
    private async ValueTask TurnAsync(CancellationToken cancellation)
    {
        for (var rounds = 0; rounds < 100; rounds++)
        {
            foreach (var decision in people.Due(clock.GetUtcNow())) await decisions.DecideAsync(decision, cancellation);
            foreach (var (crisis, lines) in await engine.RunDueAsync(cancellation)) await events.ReadAsync(crisis, lines, cancellation);
            for (; seen < events.All.Count; seen++) people.See(events.All[seen]);
            var now = clock.GetUtcNow();
            if (!(people.NextAt <= now) && !(await engine.NextAsync(cancellation) <= now)) return;
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}
