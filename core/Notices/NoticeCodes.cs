using System.Globalization;
using Crisis.Core.Language;

namespace Crisis.Core.Notices;

/// <summary>
/// Says the short codes by which the life of a crisis names reasons and changes: <c>collapsed</c>,
/// <c>severity 3 → 2</c>, <c>step answer done</c>. What is no code is a person's own words and stays as it is.
/// </summary>
internal static class NoticeCodes
{
    /// <summary>The text of a reason or trouble; null when it is no code.</summary>
    public static string? Because(string code, Wording wording) => code.Length is > 0 and <= 40 ? Texts.Shared.Find(wording.Language, "notice.because." + code) : null;

    /// <summary>A change as a sentence.</summary>
    public static string Change(string change, NoticeContext context, Wording wording)
    {
        var words = change.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["severity", var from, "→", var to] => wording.Say("notice.change.severity", ("from", Severity(from, wording)), ("to", Severity(to, wording))),
            ["kind", var from, "→", var to] => wording.Say("notice.change.kind", ("from", Kind(from, wording)), ("to", Kind(to, wording))),
            ["step", var id, "done"] => wording.Say("notice.change.step-done", ("step", Step(id, context, wording))),
            ["step", var id, "skipped"] => wording.Say("notice.change.step-skipped", ("step", Step(id, context, wording))),
            ["draft", var id, "approved"] => wording.Say("notice.change.draft-approved", ("draft", Draft(id, context, wording))),
            ["signal", var detector] => wording.Say("notice.change.signal", ("detector", wording.Detector(detector))),
            ["note"] => wording.Say("notice.change.note"),
            ["split"] => wording.Say("notice.change.split"),
            _ => QuotedText.Plain(change, wording.Language, 160),
        };
    }

    public static string Step(string id, NoticeContext context, Wording wording) =>
        QuotedText.Plain(context.Playbook?.Steps.FirstOrDefault(step => step.Id == id)?.Title.For(wording.Language) ?? id, wording.Language, 120);

    public static string Draft(string id, NoticeContext context, Wording wording) =>
        QuotedText.Plain(context.Playbook?.Drafts.FirstOrDefault(draft => draft.Id == id)?.Title.For(wording.Language) ?? id, wording.Language, 120);

    private static string Severity(string number, Wording wording) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var severity) ? wording.Severity(severity) : number;

    private static string Kind(string slug, Wording wording) => Texts.Shared.Find(wording.Language, "kind." + slug) ?? slug;
}
