using System.Globalization;
using Crisis.Core.Mentions;
using Crisis.Local.Drills;
using CsvHelper;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// A recorded stream (CSV with <c>event,timestamp_utc,tweet_id,text</c>), played in order of time as one batch a minute
/// and watch. It can be repeated: each round under new ids and behind the last one in time, made as it is played.
/// </summary>
public sealed class RecordedStream
{
    private readonly List<(string Watch, Mention Mention)> _rows;
    private readonly TimeSpan _span;

    private RecordedStream(List<(string Watch, Mention Mention)> rows)
    {
        _rows = rows;
        _span = rows.Count == 0 ? TimeSpan.Zero : rows[^1].Mention.CreatedAt - rows[0].Mention.CreatedAt + TimeSpan.FromDays(1);
    }

    /// <summary>Mentions of one round.</summary>
    public int Count => _rows.Count;

    /// <summary>Minutes of one round with mentions, by watch.</summary>
    public IReadOnlyDictionary<string, int> Minutes
    {
        get
        {
            var minutes = new WatchMinutes();
            foreach (var (watch, mention) in _rows) minutes.Add(watch, mention.CreatedAt);
            return minutes.Counts;
        }
    }

    /// <summary>Time of the first mention, UTC.</summary>
    public DateTimeOffset First => _rows.Count == 0 ? default : _rows[0].Mention.CreatedAt;

    /// <summary>Time of the last mention of some rounds, UTC.</summary>
    public DateTimeOffset LastOf(int rounds) => _rows.Count == 0 ? default : _rows[^1].Mention.CreatedAt + (_span * (rounds - 1));

    public static RecordedStream Read(string path)
    {
        using var csv = CsvReader.FromFile(path);
        var rows = new List<(string Watch, Mention Mention)>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var name = csv.GetString("event");
            if (!names.TryGetValue(name, out var watch)) names[name] = watch = name.ToLowerInvariant().Replace('_', '-');
            rows.Add((watch, new Mention
            {
                Source = "file",
                Id = csv.GetString("tweet_id"),
                Text = csv.GetString("text"),
                CreatedAt = DateTimeOffset.Parse(csv.GetString("timestamp_utc"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            }));
        }

        return new RecordedStream([.. rows.OrderBy(r => r.Mention.CreatedAt)]);
    }

    /// <summary>The batches of some rounds. A batch is received when its minute is over.</summary>
    public IEnumerable<MentionBatch> Batches(int rounds = 1)
    {
        var minute = new SortedDictionary<string, List<Mention>>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            DateTimeOffset end = default;
            foreach (var (watch, recorded) in _rows)
            {
                var mention = round == 0 ? recorded : recorded with
                {
                    Id = $"{recorded.Id}-{round.ToString(CultureInfo.InvariantCulture)}",
                    CreatedAt = recorded.CreatedAt + (_span * round),
                };
                if (mention.CreatedAt >= end)
                {
                    foreach (var batch in Take(minute, end)) yield return batch;
                    end = new DateTimeOffset(mention.CreatedAt.Ticks - (mention.CreatedAt.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
                }

                if (!minute.TryGetValue(watch, out var mentions)) minute[watch] = mentions = [];
                mentions.Add(mention);
            }

            foreach (var batch in Take(minute, end)) yield return batch;
        }
    }

    private static IEnumerable<MentionBatch> Take(SortedDictionary<string, List<Mention>> minute, DateTimeOffset end)
    {
        foreach (var (watch, mentions) in minute)
        {
            foreach (var few in mentions.Chunk(1000)) yield return new MentionBatch(watch, few) { ReceivedAt = end };
        }

        minute.Clear();
    }
}
