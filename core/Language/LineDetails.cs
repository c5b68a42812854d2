using System.Globalization;

namespace Crisis.Core.Language;

/// <summary>Says the details of a timeline's line that need no crisis to be understood: counts, spans, places, topics.</summary>
public static class LineDetails
{
    /// <summary>The detail in words; empty when it is for machines only; null when this has no rule for it.</summary>
    public static string? Say(Wording words, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return name switch
        {
            "id" or "decision" or "key" or "verb" or "via" or "config" or "notice" or "signal" or "mention" or "action" or "language" => "",
            "observed" or "expected" or "steps" or "answers" or "mean" or "posts" or "version" => words.Say($"line.{name}", ("value", Number(words, value))),
            "began-in" => words.Say("line.began-in", ("value", words.Source(value))),
            "doubling-minutes" => words.Say("line.doubling", ("value", Span(words, value))),
            "after-minutes" => words.Say("line.after", ("value", Span(words, value))),
            "targets" => words.Say("line.targets", ("value", string.Join(", ", value.Split(',', StringSplitOptions.TrimEntries).Select(words.Target)))),
            "detector" => words.Detector(value),
            "detectors" or "signals" => string.Join(", ", value.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(words.Detector)),
            "team" or "into" or "split-from" => words.Say($"line.{name}", ("value", value)),
            "unattended" => value == "true" ? words.Say("line.unattended") : "",
            "until" or "due" or "at" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => words.Time(time),
            _ => null,
        };
    }

    private static string Number(Wording words, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? words.Number(number, Math.Abs(number) < 10 ? 1 : 0) : value;

    private static string Span(Wording words, string minutes) =>
        double.TryParse(minutes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? words.Duration(TimeSpan.FromMinutes(number)) : minutes;
}
