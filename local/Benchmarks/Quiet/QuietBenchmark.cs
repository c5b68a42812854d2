using System.Globalization;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;

namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>
/// <c>crisis bench quiet</c>: how often detection calls people although nothing happens. Months of real quiet counts,
/// thinned to brands of three sizes, with real texts and made-up authors, through the product's own detection.
/// </summary>
internal sealed class QuietBenchmark
{
    /// <summary>Most false escalations a brand-month.</summary>
    public const double Floor = 0.1;

    private readonly IReadOnlyList<QuietStretches> stretches;
    private readonly IReadOnlyList<QuietTexts> texts;
    private readonly Watch watch;

    private QuietBenchmark(IReadOnlyList<QuietStretches> stretches, IReadOnlyList<QuietTexts> texts, Watch watch) =>
        (this.stretches, this.texts, this.watch) = (stretches, texts, watch);

    public static async Task<QuietBenchmark> ReadAsync(IReadOnlyList<NabSeries> series, string data, CancellationToken cancellation = default)
    {
        var watch = new Watch { Id = "quiet", Name = "Quiet" };
        var stretches = series.Select(one => new QuietStretches(one)).ToList();
        var options = new MentionStoreOptions { AuthorKey = new byte[32], SoleWriter = true };
        var scorer = new MentionScorer(EmbeddedAnalyser.Load(), new StandardFacets(), options, TimeProvider.System);
        return new QuietBenchmark(stretches, await QuietTexts.ReadAsync(data, scorer, watch, stretches[0].Begin, cancellation), watch);
    }

    public async Task<QuietFigures> RunAsync(int seed, int months, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        var authors = new QuietAuthors(seed);
        var all = new QuietFigures();
        for (var month = 0; month < months; month++)
        {
            all.Add(await MonthAsync(authors, seed, month, cancellation));
            progress?.Invoke(month + 1);
        }

        return all;
    }

    public void Print(QuietFigures figures, TextWriter output)
    {
        foreach (var one in texts)
            Line(output, $"{one.Said.Count} texts ({one.Language}): {one.Share(SentimentLabel.Negative):P0} negative, {one.Share(SentimentLabel.Neutral):P0} neutral, {one.Share(SentimentLabel.Positive):P0} positive by the embedded analyser");
        Line(output, $"{figures.Months} brand-months, {figures.Windows} windows, {figures.Mentions} mentions");
        Rate(output, "false escalations", figures.Escalations, figures.Months);
        foreach (var (name, count) in figures.Signals) Line(output, $"  {name}: {count}");
        Rate(output, "volume alarms, mentions", figures.SurgeAlarms, figures.Months);
        Rate(output, "volume alarms, negatives", figures.NegativeAlarms, figures.Months);
        foreach (var (name, count) in figures.Held) Line(output, $"  held back: {name}: {count}");
        foreach (var example in figures.Examples) output.WriteLine("  " + example);
    }

    private async Task<QuietFigures> MonthAsync(QuietAuthors authors, int seed, int month, CancellationToken cancellation)
    {
        var random = new Random(unchecked((seed * 1_000_003) + month));
        var stretch = stretches[random.Next(stretches.Count)];
        var size = BrandSize.All[random.Next(BrandSize.All.Count)];
        var said = texts[random.Next(texts.Count)];
        var figures = new QuietFigures($"month {month} ({stretch.Name}, {size.Name}, {said.Language})") { Months = 1 };
        var counts = stretch.Month(random, size.Mentions / stretch.Mean);
        await new QuietMonth(watch, said, authors, size, random).PlayAsync(counts, stretch.Begin, figures, cancellation);
        return figures;
    }

    private static void Rate(TextWriter output, string what, int events, int months)
    {
        var (low, high) = PoissonInterval.Of(events);
        Line(output, $"{what}: {events}, {(double)events / months:F3} a brand-month (exact 95 % interval {low / months:F3} to {high / months:F3})");
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
