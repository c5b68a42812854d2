using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Decisions;

/// <summary>Makes the forms of a crisis's page: their fields, where they go, and their tokens.</summary>
public static class DecisionForms
{
    /// <summary>Where a verb of a crisis is said.</summary>
    public static string Action(string crisis, DecisionVerb verb) => $"/crises/{crisis}/decide/{Kebab.Of(verb)}";

    /// <summary>What the token of that form is for.</summary>
    public static string Purpose(string crisis, DecisionVerb verb) => $"decide {crisis} {Kebab.Of(verb)}";

    public static DecisionFormModel Make(PageVisit visit, DecisionVerb verb, DecisionSubject subject, params ReadOnlySpan<(string Name, string Value)> given)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(subject);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given) values[name] = value;
        var state = subject.State;
        var about = values.GetValueOrDefault("step") ?? values.GetValueOrDefault("draft") ?? values.GetValueOrDefault("action") ?? values.GetValueOrDefault("mention") ?? "";
        // With every line of the timeline the same word is a new decision; before it, a repeat.
        var token = visit.Token(Purpose(state?.Id ?? "", verb), $"{about} {state?.Lines}");
        var key = about.Length == 0 ? Kebab.Of(verb) : $"{Kebab.Of(verb)}-{about}{values.GetValueOrDefault("language")}";
        return new DecisionFormModel(key, Action(state?.Id ?? "", verb), token, verb, DecisionFields.Of(verb, subject, values, visit.Words));
    }

    /// <summary>What the visitor is asked to do now, the main thing first.</summary>
    public static IReadOnlyList<DecisionVerb> Asked(CrisisState state, string person)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.Open) return [];
        return state.Stage switch
        {
            CrisisStage.MonitorAfter => state.Aftermath.Causes.Count == 0 && state.Aftermath.CausesAskedAt is not null ? [DecisionVerb.CauseNamed] : [],
            _ when state.Lead is null || state.AcknowledgedAt is null => [DecisionVerb.Acknowledge],
            // Asked too early it would be said too early: while numbers are high the next step is the thing to do.
            CrisisStage.Respond when state.Lead == person => NextStep(state, person) is null ? [DecisionVerb.Contained] : [],
            // Whoever does not lead is asked for his own steps; to take over is always possible.
            CrisisStage.Respond => NextStep(state, person) is null ? [DecisionVerb.TakeOver] : [],
            _ => [],
        };
    }

    /// <summary>The open step that is due first: of all for the lead, else of the person's own. Null where something else is asked first.</summary>
    public static StepState? NextStep(CrisisState state, string person)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.Open || state.Stage != CrisisStage.Respond || state.AcknowledgedAt is null || state.Lead is null) return null;
        if (state.Lead == person && state.ContainmentProposedAt is not null) return null;
        return state.Steps.Where(s => s.Status == StepStatus.Open && (state.Lead == person || s.Owner == person)).MinBy(s => s.DueAt ?? DateTimeOffset.MaxValue);
    }

    /// <summary>Everything that can be said of a crisis as it stands, but for what is asked and what belongs to steps and drafts.</summary>
    public static IEnumerable<DecisionVerb> Others(CrisisState state, string person, DecisionSubject subject)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(subject);
        var asked = Asked(state, person);
        return Possible(state, person, subject).Where(v => !asked.Contains(v));
    }

    /// <summary>What nobody has confirmed after this crisis yet; nothing where nobody was called.</summary>
    public static IEnumerable<string> ToReview(CrisisState? state) =>
        state?.Plan is null ? [] : ((string[])["roster", "ladder", "playbook"]).Except(state.Aftermath.Reviewed);

    private static IEnumerable<DecisionVerb> Possible(CrisisState state, string person, DecisionSubject subject)
    {
        yield return DecisionVerb.Note;
        yield return DecisionVerb.Feedback;
        if (!state.Open)
        {
            yield return DecisionVerb.Reopen;
        }
        else
        {
            if (state.Stage == CrisisStage.Respond) yield return DecisionVerb.Contained;
            if (state.Lead is not null && state.Lead != person) yield return DecisionVerb.TakeOver;
            if (subject.People.Count > 1) yield return DecisionVerb.HandOver;
            if (state.Severity > 1) yield return DecisionVerb.Raise;
            if (state.Severity < 4) yield return DecisionVerb.Lower;
            yield return DecisionVerb.SetKind;
            if (subject.OtherCrises.Count > 0) yield return DecisionVerb.Merge;
            yield return DecisionVerb.Split;
            yield return DecisionVerb.Dismiss;
            yield return DecisionVerb.Close;
        }

        yield return DecisionVerb.Silence;
        yield return DecisionVerb.CauseNamed;
        yield return DecisionVerb.ActionSet;
        if (ToReview(state).Any()) yield return DecisionVerb.Reviewed;
    }
}
