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
internal sealed class SamplePlayer(MentionDesk desk, CrisisTable crises, IRowStore store, PacedClock clock) : IDisposable
{
    private const string Table = "sample";
    private readonly IEnumerator<Mention> story = new SampleStory().Tell().GetEnumerator();
    private DateTimeOffset saved;
    private bool more;

    /// <summary>Goes to where an earlier run stopped, or to the beginning.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellation)
    {
        var row = await store.GetAsync(Table, SampleStory.Watch, "clock", cancellation);
        saved = row is null ? SampleStory.Begin : UtcTime.Parse(row.Body) ?? SampleStory.Begin;
        clock.MoveTo(saved);
        while ((more = story.MoveNext()) && story.Current.CreatedAt < saved)
        {
        }
    }

    /// <summary>Plays what has come to pass by the clock, and sets the clock's pace for what is going on.</summary>
    public async ValueTask StepAsync(CancellationToken cancellation)
    {
        if (clock.GetUtcNow() < SampleStory.Curtain) await LearnAsync(cancellation);
        await PlayAsync(clock.GetUtcNow(), cancellation);
        clock.Pace = await PaceAsync(cancellation);
        if (clock.GetUtcNow() - saved >= TimeSpan.FromMinutes(5)) await SaveAsync(cancellation);
    }

    public void Dispose() => story.Dispose();

    private async ValueTask LearnAsync(CancellationToken cancellation)
    {
        while (more && story.Current.CreatedAt < SampleStory.Curtain && !cancellation.IsCancellationRequested)
        {
            clock.MoveTo(story.Current.CreatedAt + TimeSpan.FromMinutes(5));
            await PlayAsync(clock.GetUtcNow(), cancellation);
        }

        clock.MoveTo(SampleStory.Curtain);
        await SaveAsync(cancellation);
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

    private async ValueTask SaveAsync(CancellationToken cancellation)
    {
        // The cursor of the sample: only behind what is stored.
        saved = clock.GetUtcNow();
        await store.WriteAsync(Table, SampleStory.Watch, [RowWrite.Upsert("clock", UtcTime.Format(saved))], cancellation);
    }

    private async ValueTask<double> PaceAsync(CancellationToken cancellation)
    {
        var open = await crises.ListOpenAsync(cancellation);
        if (open.Count == 0) return clock.GetUtcNow() < SampleStory.End ? 240 : 1;
        var pace = double.MaxValue;
        foreach (var summary in open)
        {
            if (await crises.FindAsync(summary.Id, cancellation) is { } crisis) pace = Math.Min(pace, Of(crisis));
        }

        return pace == double.MaxValue ? 60 : pace;
    }

    /// <summary>Real time while a person is asked: to acknowledge, or whether it is contained.</summary>
    private static double Of(CrisisState crisis) => crisis.Stage switch
    {
        CrisisStage.Detect => 30,
        CrisisStage.Respond when crisis.AcknowledgedAt is null || crisis.ContainmentProposedAt is not null => 1,
        CrisisStage.Respond => 60,
        _ => 300,
    };
}
