namespace Crisis.Core.Aftermath.Charts;

/// <summary>One numbered mark above the plot: its place (0 to 1000) and its row, so that close marks don't cover each other.</summary>
public sealed record ChartMark(int Number, ChartMoment Moment, double X, int Row)
{
    /// <summary>Marks nearer than this (of 1000) go to another row; wide enough for a phone.</summary>
    private const double Near = 70;

    public const int MostRows = 4;

    public static IReadOnlyList<ChartMark> Of(IReadOnlyList<ChartMoment> moments, ChartScale scale)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(scale);
        var marks = new List<ChartMark>();
        foreach (var moment in moments.Where(m => m.At >= scale.From && m.At <= scale.Until).OrderBy(m => m.At))
        {
            var x = scale.X(moment.At);
            var row = Enumerable.Range(0, MostRows).FirstOrDefault(r => marks.FindLast(m => m.Row == r) is not { } last || x - last.X >= Near);
            marks.Add(new ChartMark(marks.Count + 1, moment, x, row));
        }

        return marks;
    }
}
