using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Crises;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Decisions;

/// <summary>One verb of one crisis, for a signed-in visitor. GET shows the form with its one button, POST says it.</summary>
public sealed class DecisionPage(CrisisTable crises, IDecisions decisions) : IPage
{
    public string Path => "/crises/{id}/decide/{verb}";

    public string? Purpose(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Kebab.Parse<DecisionVerb>(visit.Place("verb")) is { } verb ? DecisionForms.Purpose(visit.Place("id"), verb) : null;
    }

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await SubjectAsync(visit) is not { } subject || Kebab.Parse<DecisionVerb>(visit.Place("verb")) is not { } verb) return PageAnswer.NotFound;
        var given = visit.Query.Where(q => q.Value.Length <= 4000).Select(q => (q.Key, q.Value)).ToArray();
        var form = DecisionForms.Make(visit, verb, subject, given) with { Primary = true };
        return View(visit, subject, form);
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (await SubjectAsync(visit) is not { State: { } state } subject || Kebab.Parse<DecisionVerb>(visit.Place("verb")) is not { } verb) return PageAnswer.NotFound;
        var fields = DecisionFields.Of(verb, subject, visit.Form, visit.Words);
        var reading = DecisionReading.Of(fields, visit.Form, visit.Now);
        if (reading.Faults.Count > 0)
        {
            var given = visit.Form.Where(f => !f.Key.StartsWith('_')).Select(f => (f.Key, f.Value)).ToArray();
            var again = DecisionForms.Make(visit, verb, subject, given) with { Primary = true, Faults = reading.Faults };
            return View(visit, subject, again) with { Status = 400 };
        }

        var decision = new Decision
        {
            Id = DecisionIds.Of(visit.FormNonce, verb, reading.Arguments),
            Crisis = state.Id,
            Watch = state.Watch,
            Person = visit.Visitor!.Person,
            Verb = verb,
            At = visit.Now,
            Arguments = reading.Arguments,
        };
        var receipt = await decisions.SayAsync(decision, visit.Cancellation);
        if (receipt.Outcome != InboxOutcome.Refused) return new PageAnswer.Redirect($"/crises/{state.Id}?said={decision.Id}");
        return View(visit, subject, DecisionForms.Make(visit, verb, subject), receipt) with { Status = 409 };
    }

    private static PageAnswer.View View(PageVisit visit, DecisionSubject subject, DecisionFormModel form, DecisionReceipt? receipt = null)
    {
        var state = subject.State!;
        var watch = visit.Config.WatchOf(state.Watch);
        var lead = subject.People.FirstOrDefault(p => p.Id == state.Lead)?.Name ?? state.Lead;
        var model = new DecisionModel(state, watch.Name, watch.TimeZone, lead, form) { Back = $"/crises/{state.Id}", Receipt = receipt };
        return new PageAnswer.View(typeof(DecisionView), model, visit.Words.Name("do", form.Verb)) { Section = "board" };
    }

    private async ValueTask<DecisionSubject?> SubjectAsync(PageVisit visit)
    {
        var state = await crises.FindAsync(visit.Place("id"), visit.Cancellation);
        if (state is null || !visit.Visitor!.Sees(visit.Config.WatchOf(state.Watch))) return null;
        return await CrisisSubjects.OfAsync(crises, state, visit, visit.Asked("action") ?? visit.Said("action"));
    }
}
