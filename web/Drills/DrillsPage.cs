using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Board;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Drills;

/// <summary>The drills that were played, how the team did, and a new one: it reaches only those who are ticked.</summary>
public sealed class DrillsPage(CrisisTable crises, IDecisions decisions) : IPage
{
    private const string Ticked = "person-";

    public string Path => "/drills";

    public string? Purpose(PageVisit visit) => "drill";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return View(visit, await ModelAsync(visit));
    }

    /// <summary>Starts a drill.</summary>
    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var faults = new List<string>();
        if (!visit.Config.Watches.TryGetValue(visit.Said("watch") ?? "", out var watch) || !visit.Visitor!.Sees(watch)) faults.Add("watch");
        if (Kebab.Parse<CrisisKind>(visit.Said("kind") ?? "") is null) faults.Add("kind");
        if (visit.Said("severity") is not ("1" or "2" or "3" or "4")) faults.Add("severity");
        if (visit.Said("reason") is not { Length: <= 300 }) faults.Add("reason");
        var roster = watch is null ? [] : visit.Config.TeamOf(watch.Team).People;
        var people = roster.Where(p => visit.Said(Ticked + p.Id) is not null).Select(p => p.Id).ToList();
        if (people.Count == 0) faults.Add("people");
        if (faults.Count > 0) return View(visit, await ModelAsync(visit) with { Faults = faults, Given = visit.Form }) with { Status = 400 };
        var arguments = new Dictionary<string, string>
        {
            ["kind"] = visit.Said("kind")!,
            ["severity"] = visit.Said("severity")!,
            ["reason"] = visit.Said("reason")!,
            ["drill"] = "true",
            ["people"] = string.Join(',', people),
        };
        var decision = new Decision
        {
            Id = DecisionIds.Of(visit.FormNonce, DecisionVerb.Open, arguments),
            Watch = watch!.Id,
            Person = visit.Visitor!.Person,
            Verb = DecisionVerb.Open,
            At = visit.Now,
            Arguments = arguments,
        };
        var receipt = await decisions.SayAsync(decision, visit.Cancellation);
        return receipt.Crisis is { } crisis && receipt.Outcome != InboxOutcome.Refused
            ? new PageAnswer.Redirect($"/crises/{crisis}")
            : View(visit, await ModelAsync(visit) with { Faults = ["reason"], Given = visit.Form }) with { Status = 409 };
    }

    private async ValueTask<DrillsModel> ModelAsync(PageVisit visit)
    {
        var all = await crises.ListAsync(300, null, visit.Cancellation);
        var watches = visit.Config.Watches.Values.Where(visit.Visitor!.Sees).OrderBy(w => w.Name, StringComparer.Ordinal).ToList();
        var people = watches.Select(w => w.Team).Distinct().SelectMany(t => visit.Config.TeamOf(t).People).DistinctBy(p => p.Id);
        return new DrillsModel
        {
            Drills = [.. all.Where(c => c.Drill && visit.Visitor.Sees(visit.Config.WatchOf(c.Watch))).Take(60).Select(c => BoardQuery.Card(c, visit))],
            Watches = [.. watches.Select(w => new DecisionOption(w.Id, w.Name))],
            People = [.. people.Select(p => new DecisionOption(p.Id, $"{p.Name} ({string.Join(", ", p.Roles.Select(visit.Words.Shared.Role))})"))],
            Token = visit.Token("drill", visit.Now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)),
        };
    }

    private static PageAnswer.View View(PageVisit visit, DrillsModel model) =>
        new(typeof(DrillsView), model, visit.Words["nav.drills"]) { Section = "drills" };
}
