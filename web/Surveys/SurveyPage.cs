using System.Globalization;
using System.Security.Cryptography;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Surveys;

/// <summary>The public survey of a crisis for affected customers, by signed link: 1 to 5 and a comment. Few answers an hour from one address.</summary>
public sealed class SurveyPage(SignedLinks links, CrisisTable crises, IDecisions decisions, RateLimits limits) : IPage
{
    /// <summary>Answers an hour from one address, and to one crisis.</summary>
    private const int MostFromOne = 10, MostInAll = 1000;

    public string Path => "/survey/{token}";

    public PageAccess Access => PageAccess.Anybody;

    public string? Purpose(PageVisit visit) => "survey " + visit.Place("token");

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await CrisisAsync(visit) is not { } crisis) return new PageAnswer.Trouble("survey") { Status = 403 };
        return View(visit, crisis, visit.Asked("thanks") is null ? "ask" : "thanks");
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await CrisisAsync(visit) is not { } crisis) return new PageAnswer.Trouble("survey") { Status = 403 };
        var comment = visit.Said("comment") ?? "";
        if (comment.Length > 1000) comment = comment[..1000];
        if (!int.TryParse(visit.Said("rating"), NumberStyles.None, CultureInfo.InvariantCulture, out var rating) || rating is < 1 or > 5)
        {
            var again = Model(visit, crisis) with { RatingMissing = true, Comment = comment };
            return new PageAnswer.View(typeof(SurveyView), again, visit.Words.Of("survey.ask.title", again.Brand)) { Bare = true, Brand = again.Brand, Status = 400 };
        }

        var arguments = new Dictionary<string, string>
        {
            ["rating"] = rating.ToString(CultureInfo.InvariantCulture),
            ["language"] = visit.Words.Language,
        };
        if (comment.Length > 0) arguments["text"] = PersonalDataMask.Mask(comment);
        var id = DecisionIds.Of(visit.FormNonce, DecisionVerb.Survey, arguments);
        if (!await limits.TakeAsync("survey", visit.Caller, id, MostFromOne, visit.Now, visit.Cancellation)
            || !await limits.TakeAsync("survey-all", crisis.Id, id, MostInAll, visit.Now, visit.Cancellation))
        {
            return View(visit, crisis, "later") with { Status = 429 };
        }

        var receipt = await decisions.SayAsync(
            new Decision { Id = id, Crisis = crisis.Id, Watch = crisis.Watch, Person = "survey", Verb = DecisionVerb.Survey, At = visit.Now, Via = "link", Arguments = arguments },
            visit.Cancellation);
        return receipt.Outcome == InboxOutcome.Refused ? View(visit, crisis, "closed") : new PageAnswer.Redirect(visit.Path + "?thanks=1");
    }

    private async ValueTask<CrisisState?> CrisisAsync(PageVisit visit)
    {
        var check = links.Verify(visit.Place("token"), LinkPurpose.Survey);
        return check.Valid ? await crises.FindAsync(check.Claim!.Crisis, visit.Cancellation) : null;
    }

    private static SurveyModel Model(PageVisit visit, CrisisState crisis) =>
        // Every visitor gets a form of his own: two people with the same opinion are two answers.
        new(visit.Config.WatchOf(crisis.Watch).Name, visit.Path, visit.Token("survey " + visit.Place("token"), Convert.ToHexString(RandomNumberGenerator.GetBytes(8))));

    private static PageAnswer.View View(PageVisit visit, CrisisState crisis, string state)
    {
        var model = Model(visit, crisis) with { State = state };
        return new PageAnswer.View(typeof(SurveyView), model, visit.Words.Of($"survey.{state}.title", model.Brand)) { Bare = true, Brand = model.Brand };
    }
}
