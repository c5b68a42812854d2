using System.Globalization;
using Crisis.Core.Detection.Signals;

namespace Crisis.Core.Detection.Gate;

/// <summary>What is late by its own time, or was over before anybody could look, calls nobody.</summary>
internal static class LatenessRule
{
    private const double Late = 0.5;
    private static readonly TimeSpan Over = TimeSpan.FromHours(1);

    public static (SuppressionReason Reason, string Detail)? Hold(Signal signal, WindowJudgement window, GateContext context)
    {
        var running = context.Latest is { } latest && (latest.Mentions.Since is not null || latest.Negative?.Since is not null);
        if (context.Now - window.Counts.Start > Over && !running) return (SuppressionReason.WhileBlind, UtcTimeOf(signal.Since));
        var counts = context.Recent.Mentions > 0 ? context.Recent : context.Event;
        return counts.Late >= 12 && counts.Late >= Late * counts.Mentions
            ? (SuppressionReason.LateArrivals, string.Create(CultureInfo.InvariantCulture, $"{counts.Late} of {counts.Mentions}"))
            : null;
    }

    private static string UtcTimeOf(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm'Z'", CultureInfo.InvariantCulture);
}
