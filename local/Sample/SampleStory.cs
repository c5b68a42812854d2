using System.Globalization;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;

namespace Crisis.Local.Sample;

/// <summary>
/// The sample's mentions, always the same: two quiet weeks, then a day on which a funny post goes viral in the morning
/// (no crisis) and parcels stand still at noon (a crisis). Nothing in it is real.
/// </summary>
internal sealed class SampleStory
{
    public const string Watch = "kuzey";

    private static readonly string[] Cities = ["Ankara", "İzmir", "Bursa", "Adana", "Kadıköy", "Trabzon", "Antalya", "Eskişehir"];
    private static readonly TimeSpan Zone = TimeSpan.FromHours(3);
    private static readonly DateTime Day = new(2026, 3, 16, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly SamplePhrases phrases = new();

    /// <summary>Where the quiet weeks begin, UTC.</summary>
    public static DateTimeOffset Begin { get; } = new(Day.AddDays(-14), Zone);

    /// <summary>Where the day of the story begins to be shown, UTC.</summary>
    public static DateTimeOffset Curtain { get; } = new DateTimeOffset(Day.AddHours(9.65), Zone).ToUniversalTime();

    /// <summary>After this nothing but the quiet flow comes.</summary>
    public static DateTimeOffset End { get; } = new DateTimeOffset(Day.AddDays(3), Zone).ToUniversalTime();

    private static readonly SampleScene[] Scenes =
    [
        new("viral", Day.AddHours(9.75), Day.AddHours(10.0), Day.AddHours(10.3), Day.AddHours(11.3), 7, 0.02, 0.62),
        new("wave", Day.AddHours(11.4), Day.AddHours(11.8), Day.AddHours(12.6), Day.AddHours(14.5), 13, 0.82, 0.01),
    ];

    /// <summary>All mentions in order of time.</summary>
    public IEnumerable<Mention> Tell()
    {
        var chance = new SampleChance(20260316);
        var number = 0;
        for (var minute = Day.AddDays(-14); minute < Day.AddDays(3); minute = minute.AddMinutes(1))
        {
            if (minute == Day.AddHours(9.7)) yield return Own(minute, ++number);
            foreach (var mention in Minute(minute, QuietRate(minute), "quiet", 0.12, 0.28, chance)) yield return mention with { Id = Id(++number) };
            foreach (var scene in Scenes)
            {
                foreach (var mention in Minute(minute, scene.RateAt(minute), scene.Mood, scene.Negative, scene.Positive, chance)) yield return mention with { Id = Id(++number) };
            }
        }
    }

    private static string Id(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    // A day has a morning and an evening of its own, and weekends are calmer.
    private static double QuietRate(DateTime local)
    {
        var hour = local.TimeOfDay.TotalHours;
        var day = 0.08 + (0.55 * Math.Exp(-Math.Pow((hour - 13) / 4.5, 2))) + (0.45 * Math.Exp(-Math.Pow((hour - 20.5) / 2.2, 2)));
        return local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day * 0.6 : day;
    }

    private Mention Own(DateTime local, int number) => new()
    {
        Source = "sample",
        Id = Id(number),
        Text = phrases.Of("own")[0],
        CreatedAt = Utc(local),
        Language = "tr",
        Author = new MentionAuthor("kuzeykargo", "@kuzeykargo", 48_000, true),
        Own = true,
    };

    private IEnumerable<Mention> Minute(DateTime local, double rate, string mood, double negative, double positive, SampleChance chance)
    {
        var count = chance.Poisson(rate);
        var seconds = Enumerable.Range(0, count).Select(_ => chance.Next(60)).Order().ToList();
        foreach (var second in seconds)
        {
            var dice = chance.Share();
            var label = dice < negative ? SentimentLabel.Negative : dice < negative + positive ? SentimentLabel.Positive : SentimentLabel.Neutral;
            var language = chance.Share() < 0.85 ? "tr" : "en";
            var texts = phrases.Of(mood, language, label);
            var author = chance.Next(mood == "quiet" ? 3000 : 9000);
            yield return new Mention
            {
                Source = "sample",
                Id = "",
                Text = Fill(texts[chance.Next(texts.Count)], chance),
                CreatedAt = Utc(local.AddSeconds(second)),
                Language = language,
                Author = new MentionAuthor($"u{author}", $"@kisi{author}", (int)(20 * Math.Exp(chance.Share() * 5)), false),
            };
        }
    }

    private static string Fill(string text, SampleChance chance) => text
        .Replace("{city}", Cities[chance.Next(Cities.Length)], StringComparison.Ordinal)
        .Replace("{hours}", (2 + chance.Next(5)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{order}", "KZ" + (100000 + chance.Next(900000)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local, Zone).ToUniversalTime();
}
