namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Whether a crowd complains. The share of complaints has to be clearly above what is usual here (share, and standard
/// deviations of a share), and complaints have to outweigh praise: who laughs and praises beside a few sour voices looks
/// on. Where the share cannot tell, since half of what is said counts as neither, the balance of complaints and praise
/// does, if it has tilted far.
/// </summary>
internal static class Tone
{
    /// <summary>A smaller share of complaints is attention anywhere.</summary>
    public const double LeastShare = 0.25;

    private const double AboveUsual = 0.1, Deviations = 4, Least = 5, OverPraise = 1.5;

    private const double TiltedShare = 0.3, Tilted = 0.8, TiltedAbove = 0.15, TiltedLeast = 10;

    public static bool IsComplaint(WindowCounts counts, WatchHabits habits)
    {
        double scored = counts.Positive + counts.Neutral + counts.Negative, complaints = counts.Complaints;
        if (scored == 0 || complaints < Least || complaints < OverPraise * counts.Positive) return false;
        return IsAbove(complaints, scored, habits) || HasTilted(complaints, scored, counts.Positive, habits);
    }

    /// <summary>The same of a single window, which is too small for certainty: only the share tells.</summary>
    public static bool Complains(WindowCounts window, WatchHabits habits) =>
        window.Complaints > 0 && ShareOf(window) >= Math.Max(LeastShare, habits.NegativeShare + AboveUsual);

    /// <summary>Share of complaints among what could be scored, 0 to 1.</summary>
    public static double ShareOf(WindowCounts counts)
    {
        double scored = counts.Positive + counts.Neutral + counts.Negative;
        return scored == 0 ? 0 : counts.Complaints / scored;
    }

    /// <summary>
    /// At least so many different people complain: whoever spoke more than once is taken to be one of them. Where a source
    /// names nobody, every complaint stands for one.
    /// </summary>
    public static int VoicesOf(WindowCounts counts) =>
        counts.Authors.Count == 0 ? counts.Complaints : Math.Clamp(counts.Complaints - Math.Max(0, counts.Mentions - counts.Authors.Count), 0, counts.Complaints);

    private static bool IsAbove(double complaints, double scored, WatchHabits habits) =>
        complaints >= LeastShare * scored && complaints >= (habits.NegativeShare + AboveUsual) * scored
        && habits.Deviations(complaints, scored, habits.NegativeShare, habits.Scored) >= Deviations;

    private static bool HasTilted(double complaints, double scored, double praise, WatchHabits habits)
    {
        if (complaints < TiltedLeast || complaints < TiltedShare * scored) return false;
        var told = complaints + praise;
        var usual = habits.ComplaintBalance;
        return complaints >= Math.Max(Tilted, usual + TiltedAbove) * told
            && habits.Deviations(complaints, told, usual, habits.Negative + habits.Positive) >= Deviations;
    }
}
