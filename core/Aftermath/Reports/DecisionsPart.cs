using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>What people decided, the steps with who did them and when, and the approved texts word for word.</summary>
internal static class DecisionsPart
{
    private const int MostTexts = 12;
    private const int MostDecisions = 60;

    // What the rest of the report tells in its own place.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        "step-done", "step-skip", "draft-edit", "survey", "feedback", "cause-named", "action-set", "reviewed", "correct-sentiment",
    };

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var words = m.Words;
        var blocks = new List<ReportBlock>();
        var decisions = m.Lines
            .Where(l => l.Event == "decision" && l.Detail.GetValueOrDefault("outcome") == "applied" && !Elsewhere.Contains(l.Detail.GetValueOrDefault("verb") ?? ""))
            .Take(MostDecisions)
            .Select(l => (IReadOnlyList<string>)[words.Time(l.At), m.NameOf(l.By), TimelineText.Of(m, l)])
            .ToList();
        if (decisions.Count > 0) blocks.Add(new ReportTable(words.Say("report.decisions.title"), Head(m), decisions));
        if (m.Crisis.Pause is { } pause)
        {
            blocks.Add(new ReportParagraph(words.Say(
                pause.Resumed ? "report.decisions.resumed" : "report.decisions.paused",
                ("at", words.Time(pause.ProposedAt)),
                ("answer", pause.Answer is { } answer ? ReportText.Own(m, answer) : words.Say("report.none-yet")))));
        }

        if (m.Crisis.Steps.Count > 0) blocks.Add(Steps(m));
        Approved(blocks, m);
        return blocks;
    }

    public static IReadOnlyList<string> Head(ReportMaterial m) => [m.Words.Say("report.when"), m.Words.Say("report.who"), m.Words.Say("report.what")];

    private static ReportTable Steps(ReportMaterial m)
    {
        var words = m.Words;
        return new ReportTable(
            words.Say("report.steps.title"),
            [words.Say("report.steps.step"), words.Say("report.steps.state"), words.Say("report.steps.due"), words.Say("report.when"), words.Say("report.who"), words.Say("report.steps.note")],
            [
                .. m.Crisis.Steps.Select(s => (IReadOnlyList<string>)
                [
                    m.Playbook.Steps.FirstOrDefault(p => p.Id == s.Id)?.Title.For(words.Language) ?? s.Id,
                    words.Say($"report.steps.{KebabCase.Of(s.Status)}") + (s.DueAt < (s.At ?? m.Crisis.ClosedAt ?? m.Crisis.SeenAt) ? words.Say("report.steps.late") : ""),
                    s.DueAt is { } due ? words.Time(due) : "–",
                    s.At is { } at ? words.Time(at) : "–",
                    (s.By ?? s.Owner) is { } who ? m.NameOf(who) : "–",
                    s.Note is { } note ? ReportText.Own(m, note) : "–",
                ]),
            ]);
    }

    private static void Approved(List<ReportBlock> blocks, ReportMaterial m)
    {
        var words = m.Words;
        var approved = m.Drafts.Where(d => d.ApprovedAt is not null).OrderBy(d => d.ApprovedAt).ThenBy(d => d.Draft, StringComparer.Ordinal).ToList();
        if (approved.Count == 0) return;
        blocks.Add(new ReportHeading(words.Say("report.texts.title")));
        foreach (var draft in approved.TakeLast(MostTexts))
        {
            var name = m.Playbook.Drafts.FirstOrDefault(d => d.Id == draft.Draft)?.Title.For(words.Language) ?? draft.Draft;
            foreach (var (language, text) in draft.Texts.OrderBy(t => m.Watch.Languages.ToList().IndexOf(t.Key)).ThenBy(t => t.Key, StringComparer.Ordinal).Take(3))
            {
                blocks.Add(new ReportVerbatim(
                    words.Say("report.texts.approved", ("draft", name), ("language", language), ("person", m.NameOf(draft.ApprovedBy)), ("at", words.Time(draft.ApprovedAt!.Value))),
                    text,
                    language));
            }
        }

        if (approved.Count > MostTexts) blocks.Add(new ReportParagraph(words.Count("report.texts.more", approved.Count - MostTexts)));
    }
}
