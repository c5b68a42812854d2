using System.Globalization;
using System.Text;

namespace Crisis.Core.Aftermath.Charts;

/// <summary>
/// Places values in a plot of 1000 by 300 units that is stretched to the page, and labels by per cent of its width, so
/// that text keeps its size on a phone.
/// </summary>
public sealed class ChartScale
{
    public const double Width = 1000;
    public const double Height = 300;

    private readonly DateTimeOffset _from;
    private readonly double _ticks;

    public ChartScale(IReadOnlyList<ChartBucket> buckets)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        _from = buckets.Count == 0 ? default : buckets[0].Start;
        Until = buckets.Count == 0 ? default : buckets[^1].Start + buckets[^1].Length;
        _ticks = Math.Max(1, (Until - _from).Ticks);
        Top = Nice(buckets.Select(b => Math.Max(b.Mentions, Math.Max(b.Negative, b.HighMentions ?? 0))).DefaultIfEmpty(1).Max());
    }

    public DateTimeOffset From => _from;

    public DateTimeOffset Until { get; }

    /// <summary>The value at the top edge.</summary>
    public double Top { get; }

    public double X(DateTimeOffset at) => Math.Clamp((at - _from).Ticks / _ticks, 0, 1) * Width;

    public double Y(double value) => Height - (Math.Clamp(value / Top, 0, 1) * Height);

    public static string PercentOf(double x, double of) => string.Create(CultureInfo.InvariantCulture, $"{x / of * 100:0.##}%");

    /// <summary>A path through the middle of each bucket; broken where a value is missing.</summary>
    public string Line(IReadOnlyList<ChartBucket> buckets, Func<ChartBucket, double?> value)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        ArgumentNullException.ThrowIfNull(value);
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var bucket in buckets)
        {
            if (value(bucket) is not { } v)
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{X(bucket.Start + (bucket.Length / 2)):0.#} {Y(v):0.#}");
            pen = 'L';
        }

        return path.ToString();
    }

    /// <summary>The area below a line, down to zero, over the buckets that have a value.</summary>
    public string Area(IReadOnlyList<ChartBucket> buckets, Func<ChartBucket, double?> value)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        var known = buckets.Where(b => value(b) is not null).ToList();
        if (known.Count == 0) return "";
        var line = Line(known, value);
        var first = X(known[0].Start + (known[0].Length / 2));
        var last = X(known[^1].Start + (known[^1].Length / 2));
        return string.Create(CultureInfo.InvariantCulture, $"{line}L{last:0.#} {Height:0}L{first:0.#} {Height:0}Z");
    }

    /// <summary>The next of 1, 2, 5, 10, 20, 50… times, with a little air above.</summary>
    private static double Nice(double most)
    {
        var target = Math.Max(4, most * 1.08);
        var power = Math.Pow(10, Math.Floor(Math.Log10(target)));
        foreach (var step in (ReadOnlySpan<double>)[1, 1.5, 2, 3, 4, 5, 6, 8, 10])
            if (step * power >= target) return step * power;
        return 10 * power;
    }
}
