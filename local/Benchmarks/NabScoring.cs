namespace Crisis.Local.Benchmarks;

/// <summary>
/// The scoring rules of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015), standard profile: in a labelled window only
/// the earliest detection pays, by its position; a window without one costs 1; every row outside costs 0.11, less right
/// after a window. The first 15 % of the rows, at most 750, never count.
/// </summary>
internal static class NabScoring
{
    private const double FalseRowCost = 0.11;

    public static NabResult At(NabSeries series, double[] scores, double threshold)
    {
        var points = Points(series, out var windows, out var rows);
        var best = new double?[windows];
        var (raw, wrong) = (0.0, 0);
        foreach (var (row, window, value) in points)
        {
            if (scores[row] < threshold) continue;
            if (window < 0)
            {
                raw += FalseRowCost * value;
                wrong++;
            }
            else if (best[window] is null || value > best[window])
            {
                best[window] = value;
            }
        }
        return new NabResult(raw + best.Sum(value => value ?? -1), best.Count(value => value is not null), windows, wrong, rows);
    }

    /// <summary>The best standard score over all thresholds with at most so many false rows a brand-month.</summary>
    public static double BestWithin(IReadOnlyList<(NabSeries Series, double[] Scores)> scored, double falseRowsPerMonth)
    {
        var thresholds = scored.SelectMany(one => one.Scores).Where(score => score > 0.2).Distinct().OrderDescending();
        double best = 0;
        foreach (var threshold in thresholds)
        {
            var result = scored.Select(one => At(one.Series, one.Scores, threshold)).Aggregate((left, right) => left + right);
            if (result.FalseRows > Math.Round(falseRowsPerMonth * result.Months)) break;
            best = Math.Max(best, result.Normalised);
        }
        return best;
    }

    private static List<(int Row, int Window, double Value)> Points(NabSeries series, out int windows, out int rows)
    {
        var count = series.Counts.Length;
        var probation = Math.Min((int)Math.Floor(0.15 * count), 750);
        var points = new List<(int, int, double)>(count);
        (int End, int Width)? previous = null;
        windows = 0;
        for (var row = 0; row < count;)
        {
            if (!series.InWindow[row])
            {
                var value = previous is { } last ? Sigmoid((double)(row - last.End) / (last.Width - 1)) : -1;
                if (row >= probation) points.Add((row, -1, value));
                row++;
                continue;
            }
            var end = row;
            while (end + 1 < count && series.InWindow[end + 1]) end++;
            var width = end - row + 1;
            var counts = end >= probation;
            for (var at = row; at <= end; at++)
            {
                if (at >= probation) points.Add((at, windows, Sigmoid(-(end - at + 1.0) / width) / Sigmoid(-1)));
            }
            if (counts) windows++;
            previous = (end, width);
            row = end + 1;
        }
        rows = count - probation;
        return points;
    }

    private static double Sigmoid(double x) => x > 3 ? -1 : (2 / (1 + Math.Exp(5 * x))) - 1;
}
