namespace Crisis.Core.Detection;

/// <summary>
/// An event is told once, and once more when it has clearly outgrown what was told or has become more severe. What was
/// held back is looked at again as long as it lasts.
/// </summary>
internal static class ToldRules
{
    private const int Most = 40;

    /// <summary>A finding that was not true for so long is another event.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(75);

    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(15);

    /// <summary>Worth telling; null when it is known.</summary>
    public static Finding? News(WatchMemory memory, Finding finding, bool byEvent)
    {
        if (!memory.Told.TryGetValue(finding.Key, out var told)) return finding with { Again = false };
        var signal = finding.Signal;
        if (signal.Detector == Signals.DetectorNames.Silence)
        {
            // One stretch of silence is told once, however long it lasts; nothing cannot outgrow nothing.
            return signal.At - told.Seen > Apart && signal.Since > told.Window ? finding : null;
        }

        if (byEvent)
        {
            var later = finding.Window.Counts.Start > told.Window;
            if (!finding.Again && later && (signal.Since > told.Since || signal.Observed >= 1.5 * told.Observed)) return finding;
        }
        else if (signal.At - told.Seen > Apart || signal.Observed >= 2 * told.Observed || signal.Severity < told.Severity)
        {
            return finding with { Again = false };
        }

        return told.Reason is null or SuppressionReason.WatchdogOnly ? null : finding with { Again = true };
    }

    public static WatchMemory Remember(WatchMemory memory, Finding finding, SignalRecord record)
    {
        var signal = record.Signal;
        return With(memory, finding.Key, new ToldSignal(signal.Id, signal.Since, finding.Window.Counts.Start, signal.Observed, record.Escalated)
        {
            Reason = record.Suppressed,
            Severity = signal.Severity,
            Seen = signal.At,
        });
    }

    /// <summary>Still true: kept so seldom that it costs no write of its own at each look.</summary>
    public static WatchMemory Seen(WatchMemory memory, Finding finding) =>
        memory.Told.TryGetValue(finding.Key, out var told) && finding.Signal.At - told.Seen >= Refresh
            ? With(memory, finding.Key, told with { Seen = finding.Signal.At })
            : memory;

    private static WatchMemory With(WatchMemory memory, string key, ToldSignal told)
    {
        var all = new Dictionary<string, ToldSignal>(memory.Told, StringComparer.Ordinal) { [key] = told };
        foreach (var old in all.OrderByDescending(pair => pair.Value.Seen).Skip(Most).ToList()) all.Remove(old.Key);
        return memory with { Told = all };
    }
}
