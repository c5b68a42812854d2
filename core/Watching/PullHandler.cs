using Crisis.Core.Mentions;

namespace Crisis.Core.Watching;

/// <summary>
/// Pulls one source from its cursor and hands on what it brought. Idempotent: the cursor moves only after the mentions
/// are safe, so a repeat or a crash brings the same page again, and the store takes each mention once.
/// </summary>
public sealed class PullHandler(
    IConfigSource config,
    PullStates states,
    IEnumerable<ISourceFactory> factories,
    IMentionBatches batches,
    TimeProvider clock)
{
    /// <summary>Pages in one go: a long backfill is taken in bounded steps.</summary>
    public const int MostPages = 10;

    private static readonly TimeSpan FirstReach = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>A fault of one list is told for so many intervals after it was last seen: a round may take several pulls.</summary>
    private const int ToldFor = 3;

    private readonly Dictionary<string, ISourceFactory> factories = factories.ToDictionary(factory => factory.Type);

    /// <summary>Does one pull. Trouble of the source is kept in its state, not thrown: the queue need not try again by itself.</summary>
    public async ValueTask HandleAsync(PullMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var watch = (await config.CurrentAsync(cancellation)).Watches.GetValueOrDefault(message.Watch);
        var settings = watch?.Sources.FirstOrDefault(source => source.Id == message.Source);
        if (watch is null || settings is null || !factories.TryGetValue(settings.Type, out var factory)) return;
        var source = factory.Create(watch, settings);
        var since = clock.GetUtcNow() - FirstReach;
        var cursor = (await states.FindAsync(watch.Id, settings.Id, cancellation))?.Cursor;
        try
        {
            for (var page = 0; page < MostPages; page++)
            {
                var brought = await source.PullAsync(cursor, since, cancellation);
                await SendAsync(watch.Id, settings.Type, brought, cancellation);
                cursor = brought.Cursor ?? cursor;
                var again = brought.More && brought.NotBefore is null;
                var finished = !again || page == MostPages - 1;
                var now = clock.GetUtcNow();
                await states.ChangeAsync(watch.Id, settings, before => Answered(before, brought, settings, now, finished), cancellation);
                if (!again) return;
            }
        }
        catch (SourceException trouble)
        {
            await states.ChangeAsync(watch.Id, settings, before => Failed(before, trouble, settings, clock.GetUtcNow()), cancellation);
        }
    }

    private async ValueTask SendAsync(string watch, string source, SourcePage page, CancellationToken cancellation)
    {
        // An edit or refreshed engagement goes the same way: the store knows the id and brings its row up to date.
        var mentions = page.Updated.Count == 0 ? page.Mentions : [.. page.Mentions, .. page.Updated];
        if (mentions.Count == 0 && page.Deleted.Count == 0) return;
        var deleted = page.Deleted.Select(id => $"{source}|{id}");
        await batches.SendAsync(new MentionBatch(watch, mentions) { Deleted = [.. deleted], ReceivedAt = clock.GetUtcNow() }, cancellation);
    }

    private static PullState Answered(PullState before, SourcePage page, SourceSettings settings, DateTimeOffset now, bool finished) =>
        page.Failure is { } trouble
            ? Failed(before, trouble, settings, now) with { Cursor = page.Cursor ?? before.Cursor, Skipped = before.Skipped + page.Faults.Count }
            : Succeeded(before, page, settings, now, finished);

    private static PullState Succeeded(PullState before, SourcePage page, SourceSettings settings, DateTimeOffset now, bool finished) => before with
    {
        Cursor = page.Cursor ?? before.Cursor,
        PlannedAt = finished ? null : before.PlannedAt,
        NextAt = Later(page.NotBefore, page.More ? now : now + settings.Every),
        SucceededAt = now,
        BroughtAt = page.Mentions.Count > 0 ? now : before.BroughtAt,
        Failure = null,
        Trouble = page.Faults.Count > 0 ? $"{page.Faults[0].Where}: {page.Faults[0].What} {page.Faults[0].Remedy}" : IsRecent(before, settings, now) ? before.Trouble : null,
        TroubleAt = page.Faults.Count > 0 ? now : before.TroubleAt,
        Failures = 0,
        Brought = before.Brought + page.Mentions.Count,
        Skipped = before.Skipped + page.Faults.Count,
    };

    private static bool IsRecent(PullState before, SourceSettings settings, DateTimeOffset now) =>
        before.Failure is null && before.TroubleAt is { } at && now - at <= settings.Every * ToldFor;

    private static PullState Failed(PullState before, SourceException trouble, SourceSettings settings, DateTimeOffset now)
    {
        // Doubles with every failure in a row, so that a broken source is not hammered and a healed one is soon noticed.
        var wait = trouble.RetryAfter ?? settings.Every * Math.Pow(2, Math.Min(before.Failures, 6));
        return before with
        {
            PlannedAt = null,
            NextAt = now + (wait > LongestWait && trouble.RetryAfter is null ? LongestWait : wait),
            Failure = trouble.Failure,
            Trouble = trouble.Message,
            Failures = before.Failures + 1,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? wish, DateTimeOffset otherwise) => wish > otherwise ? wish.Value : otherwise;
}
