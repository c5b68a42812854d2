using System.Globalization;
using CsvHelper;

namespace Crisis.Local.Benchmarks;

/// <summary>The collected posts of real crises: which event, when.</summary>
internal static class CrisisStream
{
    public static IEnumerable<(string Event, DateTimeOffset At)> Times(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var (name, time) = (csv.GetFieldIndex("event"), csv.GetFieldIndex("timestamp_utc"));
        while (csv.Read())
            yield return (csv.GetString(name), DateTimeOffset.Parse(csv.GetString(time), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }
}
