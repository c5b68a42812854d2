using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Opening;

/// <summary>Opens a crisis by hand: the press calls, and nothing can be seen in the numbers yet.</summary>
public sealed class OpenPage(IDecisions decisions) : IPage
{
    public string Path => "/open";

    public string? Purpose(PageVisit visit) => "open";

    public ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new(View(visit, Form(visit, new Dictionary<string, string>())));
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var form = Form(visit, visit.Form);
        var reading = DecisionReading.Of(form.Fields, visit.Form, visit.Now);
        if (reading.Faults.Count > 0) return View(visit, form with { Faults = reading.Faults }) with { Status = 400 };
        var decision = new Decision
        {
            Id = DecisionIds.Of(visit.FormNonce, DecisionVerb.Open, reading.Arguments),
            Watch = reading.Arguments["watch"],
            Person = visit.Visitor!.Person,
            Verb = DecisionVerb.Open,
            At = visit.Now,
            Arguments = reading.Arguments.Where(a => a.Key != "watch").ToDictionary(a => a.Key, a => a.Value),
        };
        var receipt = await decisions.SayAsync(decision, visit.Cancellation);
        return receipt.Outcome == InboxOutcome.Refused
            ? View(visit, form, receipt) with { Status = 409 }
            : new PageAnswer.Redirect(receipt.Crisis is null ? "/" : $"/crises/{receipt.Crisis}");
    }

    private static DecisionFormModel Form(PageVisit visit, IReadOnlyDictionary<string, string> given)
    {
        var watches = visit.Config.Watches.Values.Where(visit.Visitor!.Sees).OrderBy(w => w.Name, StringComparer.Ordinal);
        var subject = new DecisionSubject { Now = visit.Now, Watches = [.. watches.Select(w => new DecisionOption(w.Id, w.Name))] };
        // Whoever opens a second one within the hour means a second one when he writes something else.
        return new DecisionFormModel("open", "/open", visit.Token("open"), DecisionVerb.Open, DecisionFields.Of(DecisionVerb.Open, subject, given, visit.Words)) { Primary = true };
    }

    private static PageAnswer.View View(PageVisit visit, DecisionFormModel form, DecisionReceipt? refused = null)
    {
        var model = new DecisionModel(null, "", "UTC", null, form) { Receipt = refused };
        return new PageAnswer.View(typeof(DecisionView), model, visit.Words["do.open"]) { Section = "open" };
    }
}
