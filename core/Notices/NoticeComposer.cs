using System.Globalization;
using System.Text.Json;
using Crisis.Core.Escalation;
using Crisis.Core.Language;

namespace Crisis.Core.Notices;

/// <summary>
/// Turns a request and the crisis's facts into the message one reader gets: what happens, how bad, since when and what
/// is asked in the first two lines; then evidence; then links. Pure: the same input gives the same message.
/// </summary>
public static class NoticeComposer
{
    /// <param name="links">Where the buttons lead; their labels are set here.</param>
    public static Notice Compose(NoticeRequest request, NoticeContext context, NoticeAudience audience, IReadOnlyList<NoticeLink> links)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(links);
        var wording = Wording.For(audience.Language, context.TimeZone);
        var values = Values(request, context, wording);
        var drill = context.State?.Drill == true;
        return new Notice
        {
            Id = request.Id,
            Crisis = request.Crisis,
            Watch = request.Watch,
            Reason = request.Reason,
            Kind = request.Kind,
            Severity = request.Severity,
            Stage = request.Stage,
            Recipient = request.Recipient,
            At = TimeZoneInfo.ConvertTime(request.At, wording.Zone),
            Language = audience.Language,
            Brand = QuotedText.Plain(context.Brand, audience.Language, 80),
            Subject = Subject(request, wording, values, drill),
            What = wording.Say(Key(request.Reason, "what", audience.Team, audience.Language), values),
            Ask = wording.Say(Key(request.Reason, "ask", audience.Team, audience.Language), values),
            Remarks = [.. Remarks(audience, wording, drill)],
            Facts = [.. NoticeEvidence.Facts(request, context, wording)],
            Posts = [.. NoticeEvidence.Posts(request, context, wording)],
            Links = [.. links.Select(link => link with { Label = wording.Say("notice.action." + link.Action) })],
            Foot = [.. Foot(request, audience, links, wording)],
            Drill = drill,
        };
    }

    /// <summary>Such as <c>hand-over</c>.</summary>
    public static string Slug(NoticeReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());

    private static string Key(NoticeReason reason, string line, bool team, string language)
    {
        var key = $"notice.reason.{Slug(reason)}.{line}";
        return team && Texts.Shared.Find(language, key + "-team") is not null ? key + "-team" : key;
    }

    private static string Subject(NoticeRequest request, Wording wording, (string, string)[] values, bool drill)
    {
        var reason = wording.Say(Key(request.Reason, "subject", false, wording.Language), values);
        var subject = wording.Say(
            "notice.subject",
            ("severity", wording.SeverityName(request.Severity)),
            ("brand", values.First(value => value.Item1 == "brand").Item2),
            ("reason", reason));
        return QuotedText.Cut(drill ? $"{wording.Say("notice.drill")} {subject}" : subject, 200);
    }

    private static IEnumerable<string> Remarks(NoticeAudience audience, Wording wording, bool drill)
    {
        if (drill) yield return wording.Say("notice.drill-line");
        if (audience.Intended is { } person) yield return wording.Say("notice.intended", ("person", person));
    }

    private static IEnumerable<string> Foot(NoticeRequest request, NoticeAudience audience, IReadOnlyList<NoticeLink> links, Wording wording)
    {
        yield return wording.Say("notice.zone", ("zone", wording.Zone.Id));
        if (!audience.Team && links.Any(link => link.Personal)) yield return wording.Say("notice.personal");
        yield return wording.Say("notice.id", ("id", request.Id));
    }

    private static (string, string)[] Values(NoticeRequest request, NoticeContext context, Wording wording)
    {
        var language = wording.Language;
        var brand = QuotedText.Plain(context.Brand, language, 80);
        var since = wording.Time(context.State?.Since ?? request.At);
        var state = wording.Say("notice.state", ("severity", wording.Severity(request.Severity)), ("since", since));
        string Fact(string key, string otherwise, int longest = 120) =>
            request.Facts.TryGetValue(key, out var value) && value.Length > 0 ? QuotedText.Plain(value, language, longest) : otherwise;
        string Person(string key) =>
            request.Facts.TryGetValue(key, out var id) && id.Length > 0
                ? QuotedText.Plain(context.PersonOf(id)?.Name ?? id, language, 80)
                : wording.Say("notice.someone");
        string Titled(string key, Func<string, NoticeContext, Wording, string> title) =>
            request.Facts.TryGetValue(key, out var id) && id.Length > 0 ? title(id, context, wording) : wording.Say("notice.unnamed");
        return
        [
            ("brand", brand),
            ("kind", wording.Kind(request.Kind)),
            ("state", state),
            ("since", since),
            ("by", Person(NoticeFacts.By)),
            ("to", Person(NoticeFacts.To)),
            ("step", Titled(NoticeFacts.Step, NoticeCodes.Step)),
            ("draft", Titled(NoticeFacts.Draft, NoticeCodes.Draft)),
            ("action", Fact(NoticeFacts.Action, wording.Say("notice.unnamed"))),
            ("what", NoticeCodes.Because(request.Facts.GetValueOrDefault(NoticeFacts.What, ""), wording) ?? Fact(NoticeFacts.What, wording.Say("notice.unnamed"), 300)),
            ("end", End(request, context, wording)),
            ("count", Math.Max(1, context.State?.Relapses ?? 1).ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static string End(NoticeRequest request, NoticeContext context, Wording wording)
    {
        if (context.State?.End is { } end) return wording.Name("end", end);
        var said = request.Facts.GetValueOrDefault(NoticeFacts.End, "");
        foreach (var value in Enum.GetValues<CrisisEnd>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == said) return wording.Name("end", value);
        }

        return wording.Say("notice.unnamed");
    }
}
