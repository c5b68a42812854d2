using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Web.Crises;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Decisions;

/// <summary>
/// Where a signed link of a mail leads: one decision, of one person, on one crisis. GET shows one button, POST says it.
/// Whoever holds the link can do that one thing in that person's name, and see nothing else. An expired link offers a
/// fresh one, which goes to the person's own address.
/// </summary>
public sealed class LinkPage(SignedLinks links, CrisisTable crises, DraftTexts drafts, IDecisions decisions, PersonalMail mail, RateLimits limits) : IPage
{
    private static readonly TimeSpan FreshLength = TimeSpan.FromHours(72);

    public string Path => "/l/{token}";

    public PageAccess Access => PageAccess.Anybody;

    public string? Purpose(PageVisit visit) => "link " + visit.Place("token");

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var (subject, person, check) = await ReadAsync(visit);
        if (check.State == LinkState.Expired && person is not null) return Expired(visit);
        if (!check.Valid || subject is null || person is null || Verb(check.Claim!) is not { } verb) return Spent();
        var receipt = visit.Asked("said") is { Length: <= 100 } said ? await decisions.FindAsync(subject.State!.Id, said, visit.Cancellation) : null;
        return View(visit, subject, person, await FormAsync(visit, subject, verb, check.Claim!), receipt);
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var (subject, person, check) = await ReadAsync(visit);
        if (check.State == LinkState.Expired && person is not null) return await FreshAsync(visit, person, check.Claim!);
        if (!check.Valid || subject is null || person is null || Verb(check.Claim!) is not { } verb) return Spent();
        var form = await FormAsync(visit, subject, verb, check.Claim!);
        // What the link says stands, whatever the form says.
        var said = visit.Form.Where(f => !form.Fields.Any(x => x.Name == f.Key && x.Kind == DecisionFieldKind.Given)).ToDictionary(f => f.Key, f => f.Value);
        var reading = DecisionReading.Of(form.Fields, said, visit.Now);
        if (reading.Faults.Count > 0) return View(visit, subject, person, form with { Faults = reading.Faults }, null) with { Status = 400 };
        var decision = new Decision
        {
            Id = DecisionIds.Of("link " + check.Claim!.Nonce, verb, reading.Arguments),
            Crisis = subject.State!.Id,
            Watch = subject.State.Watch,
            Person = person.Id,
            Verb = verb,
            At = visit.Now,
            Via = "link",
            Arguments = reading.Arguments,
        };
        var receipt = await decisions.SayAsync(decision, visit.Cancellation);
        return receipt.Outcome == InboxOutcome.Refused
            ? View(visit, subject, person, form, receipt)
            : new PageAnswer.Redirect($"{visit.Path}?said={decision.Id}");
    }

    private async ValueTask<(DecisionSubject? Subject, Person? Person, LinkCheck Check)> ReadAsync(PageVisit visit)
    {
        var check = links.Verify(visit.Place("token"), LinkPurpose.Decision);
        if (check.Claim is not { } claim || check.State is not (LinkState.Valid or LinkState.Expired)) return (null, null, check);
        if (await crises.FindAsync(claim.Crisis, visit.Cancellation) is not { } state) return (null, null, check);
        var subject = await CrisisSubjects.OfAsync(crises, state, visit);
        return (subject, subject.People.FirstOrDefault(p => p.Id == claim.Person), check);
    }

    private async ValueTask<DecisionFormModel> FormAsync(PageVisit visit, DecisionSubject subject, DecisionVerb verb, LinkClaim claim)
    {
        var argument = claim.Action.Split(':', 2) is [_, var value] ? value : null;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (argument is not null && verb is DecisionVerb.StepDone or DecisionVerb.StepSkip) given["step"] = argument!;
        if (argument is not null && verb is DecisionVerb.DraftApprove)
        {
            given["draft"] = argument;
            given["version"] = (subject.State!.Drafts.FirstOrDefault(d => d.Id == argument)?.Version ?? 1).ToString(CultureInfo.InvariantCulture);
            var text = await drafts.FindAsync(subject.State.Id, argument, int.Parse(given["version"], CultureInfo.InvariantCulture), visit.Cancellation);
            given["_about"] = text is null ? "" : string.Join("\n\n", text.Texts.Values);
        }

        var fields = DecisionFields.Of(verb, subject, given, visit.Words);
        return new DecisionFormModel("link", visit.Path, visit.Token(Purpose(visit)!), verb, fields)
        {
            Primary = true,
            About = given.GetValueOrDefault("_about") ?? About(visit, subject, argument),
        };
    }

    private static string? About(PageVisit visit, DecisionSubject subject, string? step) =>
        step is null ? null : visit.Config.PlaybookOf(subject.State!.Kind).Steps.FirstOrDefault(s => s.Id == step)?.Title.For(visit.Words.Language) ?? step;

    private static DecisionVerb? Verb(LinkClaim claim) => Kebab.Parse<DecisionVerb>(claim.Action.Split(':')[0]);

    private static PageAnswer.View View(PageVisit visit, DecisionSubject subject, Person person, DecisionFormModel form, DecisionReceipt? receipt)
    {
        var state = subject.State!;
        var watch = visit.Config.WatchOf(state.Watch);
        var lead = subject.People.FirstOrDefault(p => p.Id == state.Lead)?.Name ?? state.Lead;
        var model = new DecisionModel(state, watch.Name, watch.TimeZone, lead, form)
        {
            For = person.Name,
            Receipt = receipt,
            About = form.About,
            Back = $"/crises/{state.Id}",
        };
        return new PageAnswer.View(typeof(DecisionView), model, visit.Words.Name("do", form.Verb)) { Bare = true };
    }

    private static PageAnswer.Trouble Spent() => new("link") { Status = 403 };

    private PageAnswer.View Expired(PageVisit visit) =>
        new(typeof(FreshLinkView), new FreshLinkModel(visit.Path, visit.Token(Purpose(visit)!), false), visit.Words["fresh.title"]) { Bare = true, Status = 410 };

    private async ValueTask<PageAnswer> FreshAsync(PageVisit visit, Person person, LinkClaim claim)
    {
        var seed = $"fresh/{claim.Nonce}/{PersonalMail.Seed(visit.Now)}";
        if (await limits.TakeAsync("fresh-link", person.Id, seed, 6, visit.Now, visit.Cancellation))
        {
            var fresh = links.Mint(claim with { Expires = visit.Now + FreshLength, Nonce = "" }, seed);
            await mail.SendAsync(person, "fresh", new Uri(visit.Settings.PublicUrl, "/l/" + fresh), seed, visit.Now, visit.Cancellation);
        }

        return new PageAnswer.View(typeof(FreshLinkView), new FreshLinkModel(visit.Path, "", true), visit.Words["fresh.sent"]) { Bare = true };
    }
}
