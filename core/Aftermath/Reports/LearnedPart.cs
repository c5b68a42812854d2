using Crisis.Core.Aftermath.Lessons;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Causes, preventive actions, similar cases, and what was reviewed.</summary>
internal static class LearnedPart
{
    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var (words, after) = (m.Words, m.Crisis.Aftermath);
        var blocks = new List<ReportBlock>();
        if (after.Causes.Count == 0) blocks.Add(new ReportParagraph(words.Say("report.learned.no-cause"), Strong: true));
        else blocks.Add(new ReportBullets([.. after.Causes.Select(c => words.Say("report.learned.cause", ("text", ReportText.Own(m, c.Text)), ("person", m.NameOf(c.By)), ("at", words.Time(c.At))))]));
        if (m.Problems.Count > 0)
        {
            blocks.Add(new ReportBullets([.. m.Problems.Select(p => words.Say(
                p.FixedAt is null ? "report.learned.problem" : "report.learned.problem-fixed",
                ("target", ReportText.Own(m, p.Target)),
                ("since", words.Day(p.Since)),
                ("fixed", p.FixedAt is { } at ? words.Time(at) : ""),
                ("fix", ReportText.Own(m, p.Fix.Length > 0 ? p.Fix : words.Say("report.none-yet")))))]));
        }

        if (after.Actions.Count > 0)
        {
            blocks.Add(new ReportTable(
                words.Say("report.actions.title"),
                [words.Say("report.actions.action"), words.Say("report.actions.owner"), words.Say("report.actions.due"), words.Say("report.steps.state")],
                [
                    .. after.Actions.Select(a => (IReadOnlyList<string>)
                    [
                        ReportText.Own(m, a.Text),
                        m.NameOf(a.Owner),
                        words.Day(a.DueAt),
                        words.Say($"report.actions.{KebabCase.Of(a.Status)}") + (a.Reason is { } reason && reason != "unanswered" ? $": {ReportText.Own(m, reason)}" : ""),
                    ]),
                ]));
        }

        if (after.Lessons.Count > 0)
        {
            blocks.Add(new ReportHeading(words.Say("report.lessons.title")));
            blocks.Add(new ReportBullets([.. after.Lessons.Select(l => Lesson(m, l))]));
        }

        if (after.ReviewAskedAt is not null || after.Reviewed.Count > 0)
        {
            var reviewed = after.Reviewed.Count == 0 ? words.Say("report.none-yet") : string.Join(", ", after.Reviewed.Select(r => words.Say($"report.reviewed.{r}")));
            blocks.Add(new ReportParagraph(words.Say("report.reviewed.title", ("what", reviewed))));
        }

        return blocks;
    }

    private static string Lesson(ReportMaterial m, LessonMatch match)
    {
        var known = LessonCases.Shipped.FirstOrDefault(c => c.Id == match.Case);
        var why = string.Join(", ", match.Why.Select(w => LessonCases.Why(m.Words, w)));
        var name = known is null ? match.Case : $"{known.Title.For(m.Words.Language)}: {known.TakeOver.For(m.Words.Language)}";
        return why.Length == 0 ? name : $"{name} ({why})";
    }
}
