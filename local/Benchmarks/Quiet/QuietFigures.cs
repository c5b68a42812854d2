using System.Globalization;
using Crisis.Core;
using Crisis.Core.Detection;

namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>What detection made of quiet months.</summary>
internal sealed class QuietFigures(string brand = "")
{
    private const int MostExamples = 40;
    private readonly HashSet<(DateTimeOffset, bool)> alarms = [];

    public int Months { get; set; }

    public long Windows { get; set; }

    public long Mentions { get; set; }

    /// <summary>What was handed over: one a look and cause.</summary>
    public int Escalations { get; private set; }

    /// <summary>Windows in which a volume detector alarmed, by detector.</summary>
    public int SurgeAlarms { get; private set; }

    public int NegativeAlarms { get; private set; }

    /// <summary>Escalated signals by detector and kind.</summary>
    public SortedDictionary<string, int> Signals { get; } = new(StringComparer.Ordinal);

    /// <summary>Held back, by detector and reason.</summary>
    public SortedDictionary<string, int> Held { get; } = new(StringComparer.Ordinal);

    /// <summary>The first escalations, for a person to look at.</summary>
    public List<string> Examples { get; } = [];

    public void Add(WindowWalk walk, IReadOnlyList<WeighedFinding> found)
    {
        foreach (var window in walk.Unusual)
        {
            if (window.Open) continue;
            if (window.Mentions.IsAlarm && alarms.Add((window.Counts.Start, false))) SurgeAlarms++;
            if (window.Negative is { IsAlarm: true } && alarms.Add((window.Counts.Start, true))) NegativeAlarms++;
        }

        if (found.Count == 0) return;
        Escalations += SignalJoining.Escalations(found.Select(one => one.Record)).Count();
        foreach (var one in found) Add(one);
    }

    /// <summary>Adds another month.</summary>
    public void Add(QuietFigures other)
    {
        Months += other.Months;
        Windows += other.Windows;
        Mentions += other.Mentions;
        Escalations += other.Escalations;
        SurgeAlarms += other.SurgeAlarms;
        NegativeAlarms += other.NegativeAlarms;
        foreach (var (name, count) in other.Signals) Signals[name] = Signals.GetValueOrDefault(name) + count;
        foreach (var (name, count) in other.Held) Held[name] = Held.GetValueOrDefault(name) + count;
        Examples.AddRange(other.Examples.Take(MostExamples - Examples.Count));
    }

    private void Add(WeighedFinding one)
    {
        var signal = one.Record.Signal;
        if (one.Record.Suppressed is { } reason)
        {
            var name = $"{signal.Detector}, {KebabCase.Of(reason)}";
            Held[name] = Held.GetValueOrDefault(name) + 1;
            return;
        }

        var key = $"{signal.Detector}, {KebabCase.Of(signal.Kind)}";
        Signals[key] = Signals.GetValueOrDefault(key) + 1;
        if (Examples.Count < MostExamples) Examples.Add(string.Create(CultureInfo.InvariantCulture,
            $"{brand}: {signal.Detector}, severity {signal.Severity}, {signal.Observed:0.#} instead of {signal.Expected:0.##}, {one.Event.Negative} negative of {one.Event.Mentions}, {string.Join(' ', signal.Notes.Select(note => $"{note.Key}={note.Value}"))} at {signal.At:MM-dd HH:mm} since {signal.Since:MM-dd HH:mm}"));
    }
}
