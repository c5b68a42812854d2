using Crisis.Core.Detection;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;
using Crisis.Local.Storage;

namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>
/// A month of one brand through the product's detection, from a cold start: mentions are counted as the store counts
/// them, and every window is looked at twice, somewhere in its middle and at its end. Only store and people are left out.
/// </summary>
internal sealed class QuietMonth
{
    public const string Source = "quiet";
    private const double OwnPostsADay = 4, Answers = 0.15;
    private const int OfficeFrom = 9, OfficeTo = 18, OfficeWindows = (OfficeTo - OfficeFrom) * 12;
    private static readonly TimeSpan Answered = TimeSpan.FromHours(12), Kept = TimeSpan.FromHours(8);

    private readonly Watch watch;
    private readonly QuietTexts texts;
    private readonly QuietAuthors authors;
    private readonly BrandSize size;
    private readonly Random random;
    private readonly WindowSealing sealing;
    private readonly WatchLook look;
    private readonly int brand;
    private readonly HashSet<string> posts = new(StringComparer.Ordinal);
    private readonly Dictionary<DateTimeOffset, WindowCounts> counts = [];
    private IReadOnlyList<JudgedWindow> judged = [];
    private (string Id, DateTimeOffset At)? post;

    public QuietMonth(Watch watch, QuietTexts texts, QuietAuthors authors, BrandSize size, Random random)
    {
        (this.watch, this.texts, this.authors, this.size, this.random) = (watch, texts, authors, size, random);
        brand = random.Next();
        Memory = new WatchMemory { Watch = watch.Id };
        var nothing = new NoRows();
        sealing = new MentionStore(nothing, new MentionStoreOptions { AuthorKey = new byte[32], SoleWriter = true }, TimeProvider.System).Sealing;
        var gate = new SignalGate(new Core.Escalation.Silences(nothing), new Core.Escalation.CrisisTable(nothing));
        look = new WatchLook(new FindingSearch((_, _, id, _) => ValueTask.FromResult(posts.Contains(id) ? "" : null), DetectorSet.Shipped), gate);
    }

    /// <summary>False only counts, so that the cost of looking can be told.</summary>
    public bool Looking { get; init; } = true;

    /// <summary>What detection remembers of the brand.</summary>
    public WatchMemory Memory { get; private set; }

    /// <summary>Plays the counts of a month; the figures gain what was found.</summary>
    public async Task PlayAsync(int[] month, DateTimeOffset begin, QuietFigures figures, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(watch.TimeZone);
        var start = begin;
        foreach (var count in month)
        {
            cancellation.ThrowIfCancellationRequested();
            var tally = new WindowTally();
            var minute = random.Next(1, 5);
            var early = QuietStretches.Thin(random, count, minute / 5.0);
            if (IsOffice(TimeZoneInfo.ConvertTime(start, zone)) && random.NextDouble() < OwnPostsADay / OfficeWindows) Post(tally, start);
            for (var i = 0; i < early; i++) Say(tally, start);
            if (early > 0) await LookAsync(start, tally, start.AddMinutes(minute), figures, cancellation);
            for (var i = early; i < count; i++) Say(tally, start);
            await LookAsync(start, tally, start + WindowCounts.Length, figures, cancellation);
            figures.Mentions += count;
            counts.Remove(start - Kept);
            start += WindowCounts.Length;
        }

        figures.Windows += month.Length;
    }

    private async ValueTask LookAsync(DateTimeOffset start, WindowTally tally, DateTimeOffset now, QuietFigures figures, CancellationToken cancellation)
    {
        if (!tally.IsZero) counts[start] = tally.ToCounts(start);
        if (!Looking) return;
        var walk = WindowWalk.Over(watch, Memory, counts, now, sealing.SealedTo(now), judged);
        (Memory, var found) = await look.WeighAsync(watch, walk, now, cancellation);
        judged = walk.Judged;
        figures.Looks++;
        figures.Add(walk, found);
    }

    private void Say(WindowTally tally, DateTimeOffset start)
    {
        var author = authors.Draw(random, brand, size.Regulars);
        var text = random.Next(texts.Said.Count);
        var said = QuietAuthors.IsHeardByMany(author) ? texts.Loud[text] : texts.Said[text];
        var stored = said with { Mention = said.Mention with { Author = author } };
        if (post is { } own && start - own.At < Answered && random.NextDouble() < Answers)
            stored = stored with { Facets = [.. stored.Facets, $"{Facet.OwnPost}{Source}|{own.Id}"] };
        tally.Add(stored);
    }

    private void Post(WindowTally tally, DateTimeOffset start)
    {
        post = ($"own-{posts.Count}", start);
        posts.Add(post.Value.Id);
        var posted = texts.Posted[random.Next(texts.Posted.Count)];
        tally.Add(posted with { Mention = posted.Mention with { Author = MentionAuthor.Unknown } });
    }

    private static bool IsOffice(DateTimeOffset local) => local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= OfficeFrom and < OfficeTo;
}
