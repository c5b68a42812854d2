using System.Globalization;
using Crisis.Core;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Local.Drills;

/// <summary>All that happens in a drill, in order: findings as they are made, timelines as they grow.</summary>
internal sealed class DrillEvents(Timeline timeline)
{
    private readonly Dictionary<string, int> read = [];
    private readonly List<CrisisEvent> all = [];

    public IReadOnlyList<CrisisEvent> All => all;

    public void Found(SignalRecord record)
    {
        var signal = record.Signal;
        var detail = new Dictionary<string, string>
        {
            ["detector"] = signal.Detector,
            ["observed"] = signal.Observed.ToString("0.#", CultureInfo.InvariantCulture),
            ["expected"] = signal.Expected.ToString("0.#", CultureInfo.InvariantCulture),
            ["surprise"] = signal.Surprise.ToString("0.#", CultureInfo.InvariantCulture),
            ["since"] = UtcTime.Format(signal.Since),
        };
        foreach (var note in signal.Notes) detail[note.Key] = note.Value;
        var found = new CrisisEvent
        {
            At = signal.At,
            Event = "signal",
            Watch = signal.Watch,
            Cause = signal.Cause,
            Kind = signal.Kind,
            Severity = signal.Severity,
            Detail = detail,
        };
        all.Add(found);
        if (record.Suppressed is not { } reason) return;

        // A finding is a signal whatever becomes of it; that it was held back is told beside it.
        var held = new Dictionary<string, string>(detail) { ["reason"] = KebabCase.Of(reason) };
        if (record.Detail is { } why) held["because"] = why;
        all.Add(found with { Event = "suppressed", Detail = held });
    }

    /// <summary>Reads what a crisis's timeline has gained.</summary>
    /// <param name="known">Lines that it has by now.</param>
    public async ValueTask ReadAsync(string crisis, int known, CancellationToken cancellation = default)
    {
        var from = read.GetValueOrDefault(crisis);
        if (known <= from) return;
        var lines = await timeline.ReadAsync(crisis, from, cancellation: cancellation);
        read[crisis] = from + lines.Count;
        all.AddRange(lines);
    }
}
