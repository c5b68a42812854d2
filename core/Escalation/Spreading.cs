using System.Globalization;

namespace Crisis.Core.Escalation;

/// <summary>
/// Has gathered how the crisis spreads, and again while it lasts: what it was about in its first minutes is seldom
/// what it is about in the end.
/// </summary>
internal static class Spreading
{
    public static void Ask(Moment m)
    {
        m.State = m.State with { SpreadAskedAt = m.Now };
        m.Want(new GatherSpread(m.Key("gather"), m.State.Since));
    }

    /// <summary>
    /// With new numbers, when the last gathering is old. The longer it lasts the rarer: each time by a quarter of its
    /// age, so that a crisis of weeks is not read over and over.
    /// </summary>
    public static void Measured(Moment m)
    {
        if (m.State.Stage == CrisisStage.Detect || m.State.RecoveredAt is not null) return;
        var asked = m.State.SpreadAskedAt ?? m.State.OpenedAt;
        var quarter = (asked - m.State.Since) / 4;
        if (m.Now - asked >= (quarter > m.Deadlines.Update ? quarter : m.Deadlines.Update)) Ask(m);
    }

    public static void Gathered(Moment m, SpreadReport spread)
    {
        var known = m.State.Spread;
        if (known is not null && known.At >= spread.At) return;
        m.State = m.State with
        {
            Spread = spread with
            {
                FirstPosts = SignalDigest.Cut(spread.FirstPosts, 4, 200),
                LoudestPosts = SignalDigest.Cut(spread.LoudestPosts, 4, 200),
                Sources = [.. spread.Sources.Take(8)],
                Targets = [.. spread.Targets.Take(8)],
                Hashtags = [.. spread.Hashtags.Take(8)],
                FastestDoublingMinutes = Shorter(known?.FastestDoublingMinutes ?? known?.DoublingMinutes, spread.DoublingMinutes),
            },
        };
        // The timeline tells it once more when the matter has become another.
        if (known is not null && m.State.Stage != CrisisStage.Detect && Topic(known) == Topic(spread)) return;
        m.Line(
            "gathered",
            null,
            ("began-in", spread.BeganIn),
            ("doubling-minutes", spread.DoublingMinutes?.ToString("0", CultureInfo.InvariantCulture)),
            ("targets", string.Join(", ", spread.Targets.Take(3).Select(t => t.Name))));
    }

    private static string? Topic(SpreadReport spread) => spread.Targets is [var first, ..] ? first.Name : null;

    private static double? Shorter(double? a, double? b) => a is null || b < a ? b : a;
}
