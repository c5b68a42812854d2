using System.Globalization;
using System.Text.Json;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Language;

/// <summary>
/// Says things to one reader: in a language, with times in a zone. Numbers and dates are written by rules of the
/// catalogue and not of the machine's culture data, so that the same message has the same bytes everywhere.
/// </summary>
public sealed class Wording(string language, TimeZoneInfo zone, TextCatalogue? texts = null)
{
    private readonly TextCatalogue _texts = texts ?? Texts.Shared;

    public string Language { get; } = language;

    public TimeZoneInfo Zone { get; } = zone;

    /// <param name="timeZone">IANA name; an unknown one is read as UTC.</param>
    public static Wording For(string language, string timeZone) =>
        new(language, TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => _texts.Say(Language, key, values);

    /// <summary>The text of <c>{key}.one</c> or <c>{key}.other</c>, whichever the number asks for, with <c>{n}</c> filled.</summary>
    public string Count(string key, long number) => Say(number == 1 ? key + ".one" : key + ".other", ("n", Number(number)));

    /// <summary>The name of a value of an enum: <c>complaint wave</c>; catalogue key <c>{family}.{value}</c>.</summary>
    public string Name<T>(string family, T value)
        where T : struct, Enum => Named(family, JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    public string Kind(CrisisKind kind) => Name("kind", kind);

    public string Stage(CrisisStage stage) => Name("stage", stage);

    public string Cause(CrisisCause cause) => Name("cause", cause);

    public string Verb(DecisionVerb verb) => Name("verb", verb);

    /// <summary>Such as <c>2 (high)</c>.</summary>
    public string Severity(int severity) => Say("severity.with-number", ("n", Number(severity)), ("name", SeverityName(severity)));

    public string SeverityName(int severity) => Say($"severity.{Math.Clamp(severity, 1, 4).ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The name of a detector, by its id.</summary>
    public string Detector(string detector) => Named("detector", detector);

    public string Source(string source) => Named("source", source);

    /// <summary>What texts are about, by its name in the target table; a brand's own target is said as it is.</summary>
    public string Target(string target) => _texts.Find(Language, "target." + target) ?? target;

    /// <summary>The name of a role; one that a team made up is said as it is.</summary>
    public string Role(string role) => _texts.Find(Language, "role." + role) ?? role;

    /// <summary>What was counted against what was expected; of a window that was still open it is said that more may have come.</summary>
    public string Observed(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var open = signal.Notes.Any(note => note.Key == SignalNote.LowerBound);
        return Say(open ? "notice.fact.observed-open" : "notice.fact.observed", ("observed", Number(signal.Observed, 1)), ("expected", Number(signal.Expected, 1)));
    }

    /// <summary>A detector's remark as a sentence.</summary>
    public string Note(SignalNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return _texts.Find(Language, "note." + note.Key) is null
            ? $"{Plain(note.Key)}: {note.Value}"
            : Say("note." + note.Key, ("value", note.Key == "target" ? Target(note.Value) : note.Value));
    }

    /// <summary>Such as <c>2 Mart 2026 12.15</c>, in the reader's zone.</summary>
    public string Time(DateTimeOffset at) => Say("time.full", ("day", Day(at)), ("time", Clock(at)));

    /// <summary>Such as <c>2 Mart 2026</c>.</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    public string Day(DateOnly day) => Say(
        "time.day",
        ("day", day.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", Say("month." + day.Month.ToString(CultureInfo.InvariantCulture))),
        ("year", day.Year.ToString("0000", CultureInfo.InvariantCulture)));

    /// <summary>Such as <c>12.15</c>.</summary>
    public string Clock(DateTimeOffset at)
    {
        var local = Local(at);
        return Say(
            "time.clock",
            ("hour", local.Hour.ToString("00", CultureInfo.InvariantCulture)),
            ("minute", local.Minute.ToString("00", CultureInfo.InvariantCulture)));
    }

    /// <summary>A length of time by its two largest units: <c>2 sa 5 dk</c>. Under a minute counts as one.</summary>
    public string Duration(TimeSpan length)
    {
        var minutes = Math.Max(1, (long)Math.Round(Math.Abs(length.TotalMinutes)));
        var (days, hours) = (minutes / 1440, minutes / 60 % 24);
        var parts = new List<string>(2);
        if (days > 0) parts.Add(Count("duration.days", days));
        if (hours > 0) parts.Add(Count("duration.hours", hours));
        if (days == 0 && minutes % 60 > 0) parts.Add(Count("duration.minutes", minutes % 60));
        return string.Join(' ', parts);
    }

    /// <summary>With the language's separators; at most <paramref name="decimals"/> places, none for whole numbers.</summary>
    public string Number(double value, int decimals = 0)
    {
        var format = CultureInfo.InvariantCulture.NumberFormat.Clone() as NumberFormatInfo ?? new NumberFormatInfo();
        format.NumberGroupSeparator = Say("number.group");
        format.NumberDecimalSeparator = Say("number.decimal");
        return value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), format);
    }

    /// <summary>A share from 0 to 1 in percent, as the language writes it.</summary>
    public string Percent(double share) => Say("number.percent", ("n", Number(Math.Round(share * 100))));

    /// <summary>With a capital first letter; a Turkish i becomes İ.</summary>
    public string Capital(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || !char.IsLower(text[0])) return text;
        var first = text[0] switch { 'i' when Language == "tr" => 'İ', 'ı' => 'I', var other => char.ToUpperInvariant(other) };
        return first + text[1..];
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    private string Named(string family, string name) => _texts.Find(Language, $"{family}.{name}") ?? Plain(name);

    private static string Plain(string key) => key.Replace('-', ' ');
}
