using Crisis.Core.Detection;

namespace Crisis.Web.Tests.Samples;

/// <summary>A day's rhythm with a wave of complaints in it: rises within the hour from <see cref="Began"/>, falls for six.</summary>
public sealed class SampleSeries : IWatchSeries
{
    public static readonly DateTimeOffset Began = new(2026, 3, 2, 8, 10, 0, TimeSpan.Zero);

    public ValueTask<IReadOnlyList<SeriesPoint>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default)
    {
        var points = new List<SeriesPoint>();
        for (var at = WindowCounts.StartOf(from); at < before; at += WindowCounts.Length) points.Add(Point(watch, at));
        return new(points);
    }

    private static SeriesPoint Point(string watch, DateTimeOffset at)
    {
        var usual = 4 + (3 * Math.Sin((at.UtcDateTime.TimeOfDay.TotalHours - 9) / 24 * 2 * Math.PI));
        var wobble = ((at.UtcTicks / WindowCounts.Length.Ticks * 7919) % 5) - 2;
        var hours = (at - Began).TotalHours;
        var wave = watch != "kuzey" || hours < 0 ? 0 : hours < 1 ? 48 * hours : 48 * Math.Exp(-(hours - 1) / 2);
        return new SeriesPoint(at, (int)Math.Max(0, usual + wobble + wave), (int)Math.Max(0, (usual * .15) + (wave * .7)))
        {
            Sources = Sources((int)Math.Max(0, usual + wobble + wave), (int)Math.Max(0, (usual * .15) + (wave * .7))),
            ExpectedMentions = usual,
            HighMentions = usual + 6,
            ExpectedNegative = usual * .15,
            HighNegative = (usual * .15) + 3,
        };
    }

    private static Dictionary<string, SourceCount> Sources(int mentions, int negative) => new()
    {
        ["mastodon"] = new(mentions * 3 / 5, negative * 3 / 5),
        ["bluesky"] = new(mentions / 3, negative / 3),
        ["feed"] = new(mentions / 15, 0),
    };
}
