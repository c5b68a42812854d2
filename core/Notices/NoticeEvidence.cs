using System.Globalization;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Notices;

/// <summary>
/// The facts and posts under a notice's first lines. A call for help shows what was found; an update shows how the
/// numbers move; the rest keep to what they are about.
/// </summary>
internal static class NoticeEvidence
{
    private const int MostPosts = 3;

    public static IEnumerable<NoticeFact> Facts(NoticeRequest request, NoticeContext context, Wording wording)
    {
        foreach (var fact in Asked(request, context, wording)) yield return fact;
        if (context.State is not { } state || request.Reason == NoticeReason.Operations) yield break;
        if (Calls(request.Reason))
        {
            foreach (var fact in Found(state, context, wording)) yield return fact;
        }

        foreach (var fact in Numbers(request.Reason, state, wording)) yield return fact;
        if (Calls(request.Reason))
        {
            foreach (var fact in Spread(state, wording)) yield return fact;
        }

        foreach (var fact in Standing(request.Reason, context, state, wording)) yield return fact;
    }

    public static IEnumerable<NoticePost> Posts(NoticeRequest request, NoticeContext context, Wording wording)
    {
        if (context.State is not { } state || !Calls(request.Reason)) return [];
        return TellingPosts.Of(state, MostPosts)
            .Select(post => new NoticePost(QuotedText.Plain(post.Text, wording.Language), Origin(post, wording)));
    }

    // Whoever is called has to judge for himself: only these get the whole evidence.
    private static bool Calls(NoticeReason reason) => reason is NoticeReason.First or NoticeReason.Reminder or NoticeReason.Escalation
        or NoticeReason.Stale or NoticeReason.HandOver or NoticeReason.Relapse;

    private static string Origin(TellingPost post, Wording wording)
    {
        var parts = new List<string> { wording.Source(post.Source) };
        if (post.Handle is { Length: > 0 } handle) parts.Add(QuotedText.Handle(handle));
        if (post.Own) parts.Add(wording.Say("notice.own-post"));
        else if (post.Followers is { } followers) parts.Add(wording.Count("notice.followers", followers));
        parts.Add(wording.Clock(post.At));
        if (post.Repeats > 1) parts.Add(wording.Count("notice.repeats", post.Repeats));
        return string.Join(" · ", parts);
    }

    private static IEnumerable<NoticeFact> Asked(NoticeRequest request, NoticeContext context, Wording wording)
    {
        NoticeFact Say(string label, string value) => new(wording.Say("notice.fact." + label), value);
        string? Given(string key) => request.Facts.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
        if (Given(NoticeFacts.Due) is { } due)
        {
            var at = DateTimeOffset.TryParse(due, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? wording.Time(parsed) : due;
            yield return Say("due", at);
        }

        if (Given(NoticeFacts.Assigned) is { } assigned)
        {
            foreach (var step in assigned.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(8))
            {
                var title = NoticeCodes.Step(step.Split('@')[0], context, wording);
                var known = DateTimeOffset.TryParse(step[(step.IndexOf('@', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var by);
                yield return Say("assigned", known ? wording.Say("notice.fact.assigned-value", ("step", title), ("due", wording.Time(by))) : title);
            }
        }

        if (Given(NoticeFacts.Steps) is { } steps)
            yield return Say("steps", string.Join(", ", steps.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => NoticeCodes.Step(id, context, wording))));
        if (Given(NoticeFacts.Changes) is { } changes)
        {
            foreach (var change in changes.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6))
                yield return Say("changes", NoticeCodes.Change(change, context, wording));
        }

        if (Given(NoticeFacts.Reason) is { } reason) yield return Say("reason", NoticeCodes.Because(reason, wording) ?? QuotedText.Plain(reason, wording.Language, 300));
        if (Given(NoticeFacts.Text) is { } text) yield return Say("text", QuotedText.Plain(text, wording.Language, 600));
        if (Given(NoticeFacts.Version) is { } version) yield return Say("version", QuotedText.Plain(version, wording.Language, 20));
        if (Given(NoticeFacts.Detail) is { } detail) yield return Say("detail", QuotedText.Plain(detail, wording.Language, 600));
        if (Given(NoticeFacts.NotAnswered) is { } silent)
        {
            var names = silent.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => context.PersonOf(id)?.Name ?? id);
            yield return Say("not-answered", QuotedText.Plain(string.Join(", ", names), wording.Language, 200));
        }
    }

    private static IEnumerable<NoticeFact> Found(CrisisState state, NoticeContext context, Wording wording)
    {
        foreach (var signal in state.Signals.OrderBy(s => s.Severity).ThenByDescending(s => s.Surprise).Take(3))
        {
            yield return new NoticeFact(wording.Capital(wording.Detector(signal.Detector)), wording.Observed(signal));
        }

        foreach (var note in state.Signals.SelectMany(signal => signal.Notes).Where(note => note.Key != SignalNote.LowerBound).Distinct().Take(3))
        {
            yield return new NoticeFact(wording.Say("notice.fact.note"), wording.Note(note with { Value = QuotedText.Plain(note.Value, wording.Language, 120) }));
        }

        if (state.OpenedByHand) yield return new NoticeFact(wording.Say("notice.fact.opened-by"), QuotedText.Plain((state.OpenedBy is { } by ? context.PersonOf(by)?.Name ?? by : null) ?? wording.Say("notice.someone"), wording.Language, 80));
    }

    private static IEnumerable<NoticeFact> Numbers(NoticeReason reason, CrisisState state, Wording wording)
    {
        NoticeFact Say(string label, string value) => new(wording.Say("notice.fact." + label), value);
        var moving = Calls(reason) || reason is NoticeReason.Update or NoticeReason.ProposeContained;
        if (state.Last is { } last && moving)
        {
            yield return Say("last-hour", wording.Say(
                "notice.fact.last-hour-value",
                ("mentions", wording.Count("notice.mentions", (long)last.HourMentions)),
                ("negative", wording.Number(last.HourNegative)),
                ("expected", wording.Count("notice.mentions", (long)Math.Round(last.HourExpectedMentions))),
                ("expected-negative", wording.Number(last.HourExpectedNegative))));
            if (last.NegativeShare is { } share) yield return Say("negative-share", wording.Percent(share));
        }

        var totals = state.Last?.Totals is { Mentions: > 0 } measured ? measured : state.Totals;
        if (totals.Mentions > 0)
        {
            yield return Say("totals", wording.Say(
                "notice.fact.totals-value",
                ("mentions", wording.Count("notice.mentions", totals.Mentions)),
                ("negative", wording.Number(totals.Negative)),
                ("reach", wording.Number(totals.Reach))));
        }

        if (moving && state.CalmWindows > 0) yield return Say("calm", wording.Duration(TimeSpan.FromMinutes(5 * state.CalmWindows)));
        if (state.Complaints.Routed > 0)
        {
            yield return Say("complaints", wording.Say(
                "notice.fact.complaints-value",
                ("routed", wording.Number(state.Complaints.Routed)),
                ("answered", wording.Number(state.Complaints.Answered))));
        }
    }

    private static IEnumerable<NoticeFact> Spread(CrisisState state, Wording wording)
    {
        NoticeFact Say(string label, string value) => new(wording.Say("notice.fact." + label), value);
        string Counts(IReadOnlyList<EvidenceCount> counts, Func<string, string> name) => string.Join(", ", counts.Take(4).Select(count =>
            $"{QuotedText.Plain(name(count.Name), wording.Language, 40)} ({wording.Number(count.Mentions)})"));
        var evidence = state.Signals.Count > 0 ? state.Signals[0].Evidence : SignalEvidence.None;
        var spread = state.Spread;
        var sources = spread?.Sources.Count > 0 ? spread.Sources : evidence.Sources;
        var targets = spread?.Targets.Count > 0 ? spread.Targets : evidence.Targets;
        var hashtags = spread?.Hashtags.Count > 0 ? spread.Hashtags : evidence.Hashtags;
        if (sources.Count > 0) yield return Say("sources", Counts(sources, wording.Source));
        if (spread?.BeganIn is { } began && sources.Count > 1) yield return Say("began-in", wording.Source(began));
        if (targets.Count > 0) yield return Say("targets", Counts(targets, wording.Target));
        if (hashtags.Count > 0) yield return Say("hashtags", Counts(hashtags, tag => tag));
        // Of the same posts as the sources above: people of the hour before it would be more than its posts.
        var authors = spread is { Authors: > 0 } ? spread.Authors : evidence.Authors;
        if (authors > 0)
        {
            var counted = wording.Count("notice.authors", authors);
            var loud = spread?.LoudestAuthorShare ?? 0;
            yield return Say("authors", loud < 0.1 ? counted : wording.Say("notice.fact.authors-loud", ("authors", counted), ("share", wording.Percent(loud))));
        }

        if (spread?.DoublingAt(state.SeenAt) is { } doubling) yield return Say("doubling", wording.Duration(TimeSpan.FromMinutes(doubling)));
    }

    private static IEnumerable<NoticeFact> Standing(NoticeReason reason, NoticeContext context, CrisisState state, Wording wording)
    {
        NoticeFact Say(string label, string value) => new(wording.Say("notice.fact." + label), value);
        if (state.Unattended) yield return Say("unattended", wording.Say("notice.fact.unattended-value"));
        else if (reason is not (NoticeReason.First or NoticeReason.Dismissed))
            yield return Say("lead", state.Lead is { } lead ? QuotedText.Plain(context.PersonOf(lead)?.Name ?? lead, wording.Language, 80) : wording.Say("notice.fact.nobody"));
        if (state.Relapses > 0) yield return Say("relapses", wording.Number(state.Relapses));
        var ended = reason switch
        {
            NoticeReason.Contained => state.ContainedAt,
            NoticeReason.Recovered => state.RecoveredAt,
            NoticeReason.Closed or NoticeReason.Report => state.RecoveredAt ?? state.ClosedAt,
            _ => null,
        };
        if (ended is { } end) yield return Say("length", wording.Duration(end - state.Since));
    }
}
