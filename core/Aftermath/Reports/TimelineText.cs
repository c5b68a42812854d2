using Crisis.Core.Escalation;
using Crisis.Core.Language;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Says one line of the timeline in the report's language, without who and when.</summary>
internal static class TimelineText
{
    private const int LongestDetail = 240;

    public static string Of(ReportMaterial m, CrisisEvent line)
    {
        var words = m.Words;
        var what = line.Event == "decision" && line.Detail.TryGetValue("verb", out var verb)
            ? Find(m, $"verb.{verb}", verb)
            : Find(m, $"report.event.{line.Event}", line.Event);
        var values = new List<string>();
        if (line is { Event: "stage", Stage: { } stage }) values.Add(words.Stage(stage));
        if (line is { Event: "opened", Kind: { } kind }) values.Add(words.Kind(kind));
        if (line is { Event: "opened", Severity: { } severity }) values.Add(words.Severity(severity));
        values.AddRange(line.Detail.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => Detail(m, line.Event, d.Key, d.Value)).Where(v => v.Length > 0));
        return words.Capital(values.Count == 0 ? what : $"{what}: {string.Join(" · ", values)}");
    }

    public static string Reason(ReportMaterial m, string reason) => Find(m, $"report.told.{reason}", reason);

    private static string Detail(ReportMaterial m, string line, string name, string value) => (line, name) switch
    {
        (_, "version" or "channel") => "",
        (_, "outcome") => value == "refused" ? m.Words.Say("report.refused") : "",
        (_, "refused") => "",
        ("notice", "reason") => Reason(m, value),
        ("kind", "from") or ("severity", "from") => m.Words.Say("report.from", ("value", Named(m, line, value))),
        ("kind", "to") or ("severity", "to") => m.Words.Say("report.to", ("value", Named(m, line, value))),
        (_, "kind") => Named(m, "kind", value),
        (_, "to" or "person" or "owner" or "lead" or "from") => DeliveryPart.Recipient(m, value),
        (_, "step") => m.Playbook.Steps.FirstOrDefault(s => s.Id == value)?.Title.For(m.Words.Language) ?? Own(m, value),
        (_, "draft") => m.Playbook.Drafts.FirstOrDefault(d => d.Id == value)?.Title.For(m.Words.Language) ?? Own(m, value),
        (_, "cases") => string.Join(", ", value.Split(',').Select(c => Lessons.LessonCases.Shipped.FirstOrDefault(s => s.Id == c)?.Title.For(m.Words.Language) ?? c)),
        (_, "why") => Find(m, $"report.why.{value}", Own(m, value)),
        (_, "reason") when Find(m, $"report.why.{value}", "") is { Length: > 0 } known => known,
        (_, "text" or "reason" or "note") => $"“{Own(m, value)}”",
        (_, "useful") => m.Words.Say(value == "true" ? "report.quality.useful" : "report.quality.noise"),
        (_, "end") => Find(m, $"end.{value}", value),
        _ => LineDetails.Say(m.Words, name, value) is { } said ? Notices.QuotedText.Cut(said, LongestDetail) : Own(m, value),
    };

    private static string Named(ReportMaterial m, string family, string value) => Find(m, $"{family}.{value}", value);

    private static string Own(ReportMaterial m, string value) => Notices.QuotedText.Cut(ReportText.Own(m, value), LongestDetail);

    private static string Find(ReportMaterial m, string key, string otherwise) => Texts.Shared.Find(m.Words.Language, key) ?? otherwise;
}
