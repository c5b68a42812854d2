using System.Globalization;

namespace Crisis.Functions.Tests.Sentiment;

/// <summary>The recorded stream of real crises, an event after the other, each in order of time.</summary>
internal static class CrisisStream
{
    public static IEnumerable<IReadOnlyList<(string Event, DateTimeOffset At, string Text)>> Read() => Records(File.ReadAllText(Find())).Skip(1)
        .Where(record => record.Count > 6)
        .Select(record => (Event: record[0], At: DateTimeOffset.Parse(record[3], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Text: record[6]))
        .GroupBy(row => row.Event, StringComparer.Ordinal)
        .Select(rows => (IReadOnlyList<(string, DateTimeOffset, string)>)[.. rows.OrderBy(row => row.At)]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "crisislex", "crisislex_t26_stream.csv");
            if (File.Exists(file)) return file;
        }

        Assert.Skip("The recorded stream is not here: no folder above the tests has shared/data/crisislex.");
        return "";
    }

    private static IEnumerable<List<string>> Records(string csv)
    {
        var (record, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c is '"' && i + 1 < csv.Length && csv[i + 1] is '"') field.Append(csv[i++]);
            else if (c is '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c is not '\n') continue;
                yield return record;
                record = [];
            }
        }
    }
}
