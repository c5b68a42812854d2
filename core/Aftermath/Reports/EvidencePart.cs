using Crisis.Core.Detection;
using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Why it was raised: what was counted against what was expected, and the posts that tell most.</summary>
internal static class EvidencePart
{
    private const int MostPosts = 8;

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var (crisis, words) = (m.Crisis, m.Words);
        var blocks = new List<ReportBlock>();
        if (crisis.OpenedByHand) blocks.Add(new ReportParagraph(words.Say("report.evidence.by-hand", ("person", m.NameOf(crisis.OpenedBy)))));
        if (crisis.Signals.Count > 0)
        {
            blocks.Add(new ReportTable(
                words.Say("report.evidence.signals"),
                [words.Say("report.evidence.signal"), words.Say("report.evidence.observed"), words.Say("report.evidence.expected"), words.Say("report.evidence.since"), words.Say("report.evidence.severity")],
                [
                    .. crisis.Signals.Select(s => (IReadOnlyList<string>)
                    [
                        words.Detector(s.Detector), words.Number(s.Observed, 1), words.Number(s.Expected, 1), words.Time(s.Since), words.Severity(s.Severity),
                    ]),
                ]));
            var notes = crisis.Signals.SelectMany(s => s.Notes).Where(n => n.Key != SignalNote.LowerBound).Select(n => ReportText.Quoted(m, words.Note(n))).Distinct(StringComparer.Ordinal).ToList();
            if (notes.Count > 0) blocks.Add(new ReportBullets(notes));
        }

        var posts = TellingPosts.Of(crisis, MostPosts);
        if (posts.Count == 0) return blocks;
        blocks.Add(new ReportHeading(words.Say("report.evidence.posts")));
        blocks.AddRange(posts.Select(p => Quote(m, p)));
        return blocks;
    }

    private static ReportQuote Quote(ReportMaterial m, TellingPost post)
    {
        var words = m.Words;
        List<string> origin = [words.Source(post.Source), words.Time(post.At)];
        if (post.Handle is { Length: > 0 } handle) origin.Insert(0, Notices.QuotedText.Handle(handle));
        if (post.Own) origin.Add(words.Say("notice.own-post"));
        else if (post.Followers is { } followers and > 0) origin.Add(words.Count("notice.followers", followers));
        if (post.Repeats > 1) origin.Add(words.Count("notice.repeats", post.Repeats));
        return new ReportQuote(ReportText.Quoted(m, post.Text), string.Join(" · ", origin), ReportText.Link(post.Url));
    }
}
