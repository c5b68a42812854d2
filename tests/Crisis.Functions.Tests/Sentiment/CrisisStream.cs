using System.Globalization;
using Crisis.Core.Tests.Sentiment;

namespace Crisis.Functions.Tests.Sentiment;

/// <summary>The recorded stream of real crises, an event after the other, each in order of time.</summary>
internal static class CrisisStream
{
    public static IEnumerable<IReadOnlyList<(string Event, DateTimeOffset At, string Text)>> Read() => SharedData
        .Records(SharedData.File("crisislex/crisislex_t26_stream.csv"), csv => (
            Event: csv.GetString("event"),
            At: DateTimeOffset.Parse(csv.GetString("timestamp_utc"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Text: csv.GetString("text")))
        .GroupBy(row => row.Event, StringComparer.Ordinal)
        .Select(rows => (IReadOnlyList<(string, DateTimeOffset, string)>)[.. rows.OrderBy(row => row.At)]);
}
