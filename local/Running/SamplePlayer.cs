using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Crisis.Local.Hosting;
using Crisis.Local.Sample;

namespace Crisis.Local.Running;

/// <summary>
/// Plays the sample into the pipeline: the quiet weeks as fast as they can be learned, the day of the story at a pace
/// that fits what is going on. Where it was stands in the store, so that a restart goes on from there.
/// </summary>
/// <param name="haste">How many times quicker than usual it plays while nobody is asked; over 0.</param>
internal sealed class SamplePlayer(MentionDesk desk, CrisisTable crises, IRowStore store, PacedClock clock, double haste = 1) : IDisposable
{
    private const string Table = "sample";

    /// <summary>
    /// The clock waits for the story after so much: else crises would be looked at by a clock that is ahead of what
    /// they could have heard, and take slow work for silence.
    /// </summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromMinutes(2);

    /// <summary>So long after the acknowledgement there are steps to read and to tick, and no hurry.</summary>
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(30);

    private readonly IEnumerator<Mention> story = new SampleStory().Tell().GetEnumerator();
    private DateTimeOffset saved;
    private DateTimeOffset reach;
    private bool more;

    /// <summary>How often to step, in real time.</summary>
    public TimeSpan Beat { get; } = TimeSpan.FromMilliseconds(200 / Math.Clamp(haste, 1, 20));

    /// <summary>Goes to where an earlier run stopped, or to the beginning.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellation)
    {
        saved = await ReadAsync("told", cancellation) ?? SampleStory.Begin;
        clock.MoveTo(await ReadAsync("clock", cancellation) ?? saved);
        while ((more = story.MoveNext()) && story.Current.CreatedAt < saved)
        {
        }
    }

    /// <summary>Plays what has come to pass by the clock, and sets the clock's pace for what is going on.</summary>
    public async ValueTask StepAsync(CancellationToken cancellation)
    {
        if (clock.GetUtcNow() < SampleStory.Curtain) await LearnAsync(cancellation);
        var now = clock.GetUtcNow();
        await PlayAsync(now, cancellation);
        var pace = await PaceAsync(cancellation);
        var stride = TimeSpan.FromSeconds(Math.Min(Farthest.TotalSeconds, pace * 1.5));
        if (pace != clock.Pace || now + (stride / 2) > reach) await SaveAsync(now, now + stride, cancellation);
        clock.Pace = pace;
    }

    public void Dispose() => story.Dispose();

    private async ValueTask LearnAsync(CancellationToken cancellation)
    {
        while (more && story.Current.CreatedAt < SampleStory.Curtain)
        {
            // Not to the end of this method: what was not played must not be noted as told.
            cancellation.ThrowIfCancellationRequested();
            clock.MoveTo(story.Current.CreatedAt + TimeSpan.FromMinutes(5));
            var now = clock.GetUtcNow();
            await PlayAsync(now, cancellation);
            if (now - saved >= TimeSpan.FromDays(1)) await SaveAsync(now, now, cancellation);
        }

        clock.MoveTo(SampleStory.Curtain);
        await SaveAsync(SampleStory.Curtain, SampleStory.Curtain, cancellation);
    }

    private async ValueTask PlayAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var batch = new List<Mention>();
        for (; more && story.Current.CreatedAt <= now; more = story.MoveNext()) batch.Add(story.Current);
        foreach (var few in batch.Chunk(500))
        {
            await desk.SendAsync(new MentionBatch(SampleStory.Watch, few) { ReceivedAt = now }, cancellation);
        }
    }

    // The story's place is never ahead of what is stored; the clock's never behind what anybody saw, so that after a
    // killed process no time comes twice.
    private async ValueTask SaveAsync(DateTimeOffset told, DateTimeOffset ahead, CancellationToken cancellation)
    {
        (saved, reach) = (told, ahead);
        await store.WriteAsync(Table, SampleStory.Watch, [RowWrite.Upsert("told", UtcTime.Format(told)), RowWrite.Upsert("clock", UtcTime.Format(ahead))], cancellation);
        clock.LetReach(ahead);
    }

    private async ValueTask<DateTimeOffset?> ReadAsync(string name, CancellationToken cancellation) =>
        await store.GetAsync(Table, SampleStory.Watch, name, cancellation) is { } row ? UtcTime.Parse(row.Body) : null;

    private async ValueTask<double> PaceAsync(CancellationToken cancellation)
    {
        var open = await crises.ListOpenAsync(cancellation);
        if (open.Count == 0) return clock.GetUtcNow() < SampleStory.End ? 240 * haste : 1;
        var pace = double.MaxValue;
        foreach (var summary in open)
        {
            if (await crises.FindAsync(summary.Id, cancellation) is { } crisis) pace = Math.Min(pace, Of(crisis));
        }

        return pace == double.MaxValue ? 60 * haste : pace;
    }

    /// <summary>Real time while a person is asked: to acknowledge, or whether it is contained.</summary>
    private double Of(CrisisState crisis) => crisis.Stage switch
    {
        CrisisStage.Detect => 30 * haste,
        CrisisStage.Respond when crisis.AcknowledgedAt is null || crisis.ContainmentProposedAt is not null => 1,
        CrisisStage.Respond when clock.GetUtcNow() - crisis.AcknowledgedAt < AtWork => 60 * haste,
        // Whoever only waits for the numbers to fall is not kept waiting for hours.
        CrisisStage.Respond => 240 * haste,
        _ => 300 * haste,
    };
}
