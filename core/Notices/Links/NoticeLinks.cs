using Crisis.Core.Response;

namespace Crisis.Core.Notices.Links;

/// <summary>
/// Where a notice's buttons lead. A person gets a signed link to the page of what is asked; a channel that many read
/// gets addresses that ask for a sign-in.
/// </summary>
/// <param name="publicUrl">Address of the pages, without a path; null: there are no pages, and notices have no links.</param>
/// <param name="tokens">Null: nobody needs to sign in (loopback), and all links are plain.</param>
public sealed class NoticeLinks(Uri? publicUrl, SignedLinks? tokens)
{
    /// <summary>What the action of a callback about a complaint begins with; the complaint's id follows.</summary>
    public const string ComplaintAction = "complaint:";

    private const int LongestComplaint = 300;

    /// <summary>How long a link in a mail holds.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long a callback address holds: as long as a crisis may last.</summary>
    public TimeSpan LongLife { get; init; } = TimeSpan.FromDays(35);

    /// <summary>How long a survey's link holds after the survey opened.</summary>
    public static TimeSpan SurveyLife { get; } = TimeSpan.FromDays(30);

    public IReadOnlyList<NoticeLink> For(NoticeRequest request, Person? person)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (publicUrl is null) return [];
        if (request.Reason == NoticeReason.Operations || request.Crisis.Length == 0) return [new NoticeLink("board", "", new Uri(publicUrl, "/"))];
        var crisis = new NoticeLink("crisis", "", new Uri(publicUrl, Page(request.Crisis)));
        var (label, action, place) = Asked(request);
        if (action.Length > 0 && person is not null && tokens is not null) return [new NoticeLink(label, "", Decide(request, person, action)) { Personal = true }, crisis];
        if (action.Length > 0) return [new NoticeLink(label, "", new Uri(publicUrl, $"{Page(request.Crisis)}/decide/{Verb(action)}{Argument(action)}")), crisis];
        if (request.Reason == NoticeReason.Recovered && Survey(request.Crisis, request.At) is { } survey) return [crisis, new NoticeLink("survey", "", survey)];
        return place.Length == 0 ? [crisis] : [new NoticeLink(label, "", new Uri(publicUrl, Page(request.Crisis) + place)), crisis];
    }

    /// <summary>Where a paging service says who acknowledged; null without pages or keys.</summary>
    public Uri? Callback(NoticeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (publicUrl is null || tokens is null || request.Crisis.Length == 0) return null;
        var claim = new LinkClaim(LinkPurpose.Callback, "", request.Crisis, "acknowledge", request.At + LongLife);
        return new Uri(publicUrl, "/callbacks/" + tokens.Mint(claim, "callback/" + request.Id));
    }

    /// <summary>Where customer service's own system says that it has answered a complaint; null without pages or keys, and for ids too long for an address.</summary>
    public Uri? ComplaintAnswered(string crisis, string complaint, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        if (publicUrl is null || tokens is null || complaint.Length > LongestComplaint) return null;
        var claim = new LinkClaim(LinkPurpose.Callback, "", crisis, ComplaintAction + complaint, at + LongLife);
        return new Uri(publicUrl, "/callbacks/" + tokens.Mint(claim, $"complaint/{crisis}/{complaint}"));
    }

    /// <summary>A crisis's complaints on its page; null without pages.</summary>
    public Uri? Complaints(string crisis) => publicUrl is null ? null : new Uri(publicUrl, Page(crisis) + "#complaints");

    /// <summary>
    /// The survey of a crisis for its affected customers; null without pages or keys. The same for the same instant, so that
    /// a link that was handed out and one that is read later are one.
    /// </summary>
    public Uri? Survey(string crisis, DateTimeOffset opened) =>
        publicUrl is null || tokens is null ? null : Survey(publicUrl, tokens, crisis, opened);

    /// <inheritdoc cref="Survey(string, DateTimeOffset)"/>
    public static Uri Survey(Uri publicUrl, SignedLinks tokens, string crisis, DateTimeOffset opened)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new Uri(publicUrl, "/survey/" + tokens.Mint(new LinkClaim(LinkPurpose.Survey, "", crisis, "", opened + SurveyLife), "survey/" + crisis));
    }

    /// <summary>A one-time link that signs a person in.</summary>
    /// <param name="seed">Different for every link that is asked for.</param>
    public Uri? SignIn(string person, DateTimeOffset expires, string seed)
    {
        if (publicUrl is null || tokens is null) return null;
        return new Uri(publicUrl, "/sign-in/" + tokens.Mint(new LinkClaim(LinkPurpose.SignIn, person, "", "", expires), $"sign-in/{person}/{seed}"));
    }

    private Uri Decide(NoticeRequest request, Person person, string action) =>
        new(publicUrl!, "/l/" + tokens!.Mint(new LinkClaim(LinkPurpose.Decision, person.Id, request.Crisis, action, request.At + Life), request.Id));

    private static string Page(string crisis) => "/crises/" + Uri.EscapeDataString(crisis);

    private static string Verb(string action) => action.Split(':')[0];

    private static string Argument(string action) => action.Split(':', 2) switch
    {
        ["step-done", var step] => "?step=" + Uri.EscapeDataString(step),
        ["draft-approve", var draft] => "?draft=" + Uri.EscapeDataString(draft),
        _ => "",
    };

    // The button's key, the decision it is for (with its argument after a colon), or the part of the page.
    private static (string Label, string Action, string Place) Asked(NoticeRequest request)
    {
        string Fact(string key) => request.Facts.GetValueOrDefault(key, "");
        return request.Reason switch
        {
            NoticeReason.First or NoticeReason.Reminder or NoticeReason.Escalation or NoticeReason.HandOver or NoticeReason.Relapse => ("acknowledge", "acknowledge", ""),
            NoticeReason.ProposeContained => ("contained", "contained", ""),
            NoticeReason.StepDue when Fact(NoticeFacts.Step).Length > 0 => ("step", "step-done:" + Fact(NoticeFacts.Step), ""),
            NoticeReason.StepAssigned => ("steps", "", "#steps"),
            NoticeReason.Approval when Fact(NoticeFacts.Draft).Length > 0 => ("draft", "draft-approve:" + Fact(NoticeFacts.Draft), ""),
            NoticeReason.Causes => ("causes", "", "#causes"),
            NoticeReason.ActionDue => ("actions", "", "#actions"),
            NoticeReason.Review => ("review", "", "#review"),
            NoticeReason.Report or NoticeReason.Closed => ("report", "", "/report"),
            _ => ("crisis", "", ""),
        };
    }
}
