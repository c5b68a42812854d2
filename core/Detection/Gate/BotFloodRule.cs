using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Gate;

/// <summary>The same text over and over: what is left without it would be an ordinary time.</summary>
internal static class BotFloodRule
{
    private const double Flood = 0.3;
    private const int Repeats = 8;

    /// <summary>Says how often the text was repeated; null when it is no flood.</summary>
    public static string? Hold(GateContext context)
    {
        var counts = context.Event;
        int mentions = 0, negative = 0, most = 0;
        foreach (var (facet, count) in counts.Facets)
        {
            if (!facet.StartsWith(Facet.SameText, StringComparison.Ordinal) || count.Mentions < Repeats) continue;
            mentions += count.Mentions;
            negative += count.Negative;
            most = Math.Max(most, count.Mentions);
        }

        if (mentions < Flood * counts.Mentions) return null;
        var usually = context.Habits.Negative * context.Windows.Count;
        return counts.Negative - negative <= Math.Max(8, 3 * usually) ? FormattableString.Invariant($"{most} times the same text, {mentions} of {counts.Mentions}") : null;
    }
}
