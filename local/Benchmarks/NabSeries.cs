using System.Globalization;

namespace Crisis.Local.Benchmarks;

/// <summary>One labelled series of counts; times UTC, rows five minutes apart.</summary>
internal sealed record NabSeries(string Name, DateTimeOffset[] Times, double[] Counts, bool[] InWindow)
{
    /// <summary>Reads <c>series,timestamp,value,in_window</c>.</summary>
    public static IReadOnlyList<NabSeries> Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(fields => fields[0], StringComparer.Ordinal).Select(rows => new NabSeries(
            rows.Key,
            [.. rows.Select(row => DateTimeOffset.Parse(row[1], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))],
            [.. rows.Select(row => double.Parse(row[2], CultureInfo.InvariantCulture))],
            [.. rows.Select(row => row[3] == "1")])),
    ];
}
