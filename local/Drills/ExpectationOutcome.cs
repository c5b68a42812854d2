using Crisis.Core.Escalation;

namespace Crisis.Local.Drills;

/// <summary>Whether an expectation held, and what there was instead.</summary>
internal sealed record ExpectationOutcome(Expectation Expectation, bool Held, string Found)
{
    public static ExpectationOutcome Of(Expectation expectation, IReadOnlyList<CrisisEvent> events)
    {
        var fitting = events.Where(expectation.Fits).ToList();
        var held = expectation.Never ? fitting.Count == 0 : expectation.Times is { } times ? fitting.Count == times : fitting.Count > 0;
        if (held) return new ExpectationOutcome(expectation, true, "");
        var others = fitting.Count > 0 ? fitting : [.. events.Where(happened => happened.Event == expectation.Event)];
        var found = others.Count == 0
            ? $"no '{expectation.Event}' at all"
            : string.Join("; ", others.Take(3).Select(happened => $"{happened.At:yyyy-MM-ddTHH:mm:ssZ} {happened.Event} {happened.Watch} {happened.Kind} severity {happened.Severity}"));
        return new ExpectationOutcome(expectation, false, found);
    }
}
