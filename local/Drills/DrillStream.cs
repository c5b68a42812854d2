using Crisis.Core.Mentions;

namespace Crisis.Local.Drills;

/// <summary>What a drill plays.</summary>
/// <param name="Batches">In order of time; a batch is received when its minute is over, as a pull would bring it.</param>
/// <param name="First">Time of the first mention, UTC.</param>
/// <param name="Last">Time of the last mention, UTC.</param>
internal sealed record DrillStream(IEnumerable<MentionBatch> Batches, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Minutes with mentions, by watch.</summary>
    public required IReadOnlyDictionary<string, int> Minutes { get; init; }

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static DrillStream Of(DrillFile file) => new(BatchesOf(file), file.First, file.Last) { Minutes = file.Minutes.Counts };

    /// <summary>What it brings some watches, from the same begin to the same end.</summary>
    public DrillStream Only(IReadOnlySet<string> watches) => this with
    {
        Batches = Batches.Where(batch => watches.Contains(batch.Watch)),
        Minutes = Minutes.Where(pair => watches.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal),
    };

    /// <summary>What each minute brings each watch, in order of time.</summary>
    private static IEnumerable<MentionBatch> BatchesOf(DrillFile file) =>
        from minute in MinutesOf(file)
        from watch in minute.Rows.GroupBy(row => row.Watch).OrderBy(rows => rows.Key, StringComparer.Ordinal)
        from few in watch.Select(row => row.Mention).Chunk(1000)
        select new MentionBatch(watch.Key, few) { ReceivedAt = minute.At };

    private static IEnumerable<(DateTimeOffset At, List<DrillRow> Rows)> MinutesOf(DrillFile file)
    {
        var rows = new List<DrillRow>();
        var end = DateTimeOffset.MinValue;
        foreach (var row in file.Play())
        {
            if (row.Mention.CreatedAt >= end && rows.Count > 0)
            {
                yield return (end, rows);
                rows = [];
            }

            if (rows.Count == 0) end = new DateTimeOffset(row.Mention.CreatedAt.UtcTicks - (row.Mention.CreatedAt.UtcTicks % Minute.Ticks), TimeSpan.Zero) + Minute;
            rows.Add(row);
        }

        if (rows.Count > 0) yield return (end, rows);
    }
}
