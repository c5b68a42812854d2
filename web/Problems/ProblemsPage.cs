using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Problems;

/// <summary>
/// Known general problems: what people complain about, since when, what is done about it, whether it is fixed. A finding
/// about the same thing says so from then on, and customer service sees at once that it is no single case.
/// </summary>
public sealed class ProblemsPage(KnownProblems problems, CrisisTable crises) : IPage
{
    private const int MostTarget = 80, MostFix = 300, MostFixed = 20;

    public string Path => "/problems";

    public string? Purpose(PageVisit visit) => "problems";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var given = ((string[])["watch", "target"]).Where(n => visit.Asked(n) is not null).ToDictionary(n => n, n => visit.Asked(n)!, StringComparer.Ordinal);
        return View(visit, await ModelAsync(visit) with { Given = given });
    }

    /// <summary>Enters a problem, or says that one is fixed.</summary>
    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var faults = new List<string>();
        var watch = visit.Config.Watches.GetValueOrDefault(visit.Said("watch") ?? "");
        if (watch is not null && !visit.Visitor!.Sees(watch)) watch = null;
        if (visit.Said("fixed") is { } id) return watch is not null && await FixAsync(watch, id, visit) ? new PageAnswer.Redirect(Path) : PageAnswer.NotFound;
        if (watch is null) faults.Add("watch");
        if (visit.Said("target") is not { Length: > 0 and <= MostTarget } target) (target, faults) = ("", [.. faults, "target"]);
        if (!DateOnly.TryParseExact(visit.Said("since"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)) faults.Add("since");
        if (visit.Said("fix") is { Length: > MostFix }) faults.Add("fix");
        if (faults.Count > 0) return View(visit, await ModelAsync(visit) with { Faults = faults, Given = visit.Form }) with { Status = 400 };
        await problems.SaveAsync(
            new KnownProblem
            {
                // The same form sent twice is one problem.
                Id = DecisionIds.Of(visit.FormNonce, DecisionVerb.Note, new Dictionary<string, string> { ["target"] = target }),
                Watch = watch!.Id,
                Target = target,
                Since = Midnight(since, watch),
                Fix = visit.Said("fix") ?? "",
                By = visit.Visitor!.Person,
                At = visit.Now,
            },
            visit.Cancellation);
        return new PageAnswer.Redirect(Path);
    }

    private async ValueTask<bool> FixAsync(Watch watch, string id, PageVisit visit)
    {
        if ((await problems.ListAsync(watch.Id, visit.Cancellation)).FirstOrDefault(p => p.Id == id) is not { } found) return false;
        if (found.FixedAt is null) await problems.SaveAsync(found with { FixedAt = visit.Now, FixedBy = visit.Visitor!.Person }, visit.Cancellation);
        return true;
    }

    private static DateTimeOffset Midnight(DateOnly day, Watch watch)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(watch.TimeZone).GetUtcOffset(local)).ToUniversalTime();
    }

    private async ValueTask<ProblemsModel> ModelAsync(PageVisit visit)
    {
        var watches = visit.Config.Watches.Values.Where(visit.Visitor!.Sees).OrderBy(w => w.Name, StringComparer.Ordinal).ToList();
        var all = new List<KnownProblem>();
        foreach (var watch in watches) all.AddRange(await problems.ListAsync(watch.Id, visit.Cancellation));
        var open = (await crises.ListOpenAsync(visit.Cancellation)).Where(c => !c.Drill && visit.Visitor.Sees(visit.Config.WatchOf(c.Watch)));
        return new ProblemsModel
        {
            Open = [.. all.Where(p => p.FixedAt is null).OrderBy(p => p.Since)],
            Fixed = [.. all.Where(p => p.FixedAt is not null).OrderByDescending(p => p.FixedAt).Take(MostFixed)],
            Watches = [.. watches.Select(w => new DecisionOption(w.Id, w.Name))],
            Targets = [.. open.Select(c => c.Topic).OfType<string>().Distinct(StringComparer.Ordinal)],
            Token = visit.Token("problems", visit.Now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)),
        };
    }

    private static PageAnswer.View View(PageVisit visit, ProblemsModel model) =>
        new(typeof(ProblemsView), model, visit.Words["nav.problems"]) { Section = "problems" };
}
