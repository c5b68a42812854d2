using Crisis.Core.Aftermath.Charts;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Charts;
using Crisis.Web.Decisions;

namespace Crisis.Web.Crises;

/// <summary>Everything the page of one crisis shows, ready to be written.</summary>
public sealed record CrisisModel
{
    public required CrisisState State { get; init; }
    public required string Brand { get; init; }

    /// <summary>IANA zone of the watch.</summary>
    public required string Zone { get; init; }

    public required Playbook Playbook { get; init; }
    public required CrisisChartModel Chart { get; init; }

    /// <summary>How people spoke of the brand before, during and after.</summary>
    public IReadOnlyList<ReputationPhase> Phases { get; init; } = [];

    /// <summary>The chart's span by source, the largest first.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<ChartBucket>>> BySource { get; init; } = [];

    /// <summary>Spans that the chart can show, in hours (0: all), and the one it shows.</summary>
    public required int ChartHours { get; init; }

    /// <summary>Names by person id.</summary>
    public required IReadOnlyDictionary<string, string> People { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<CrisisEvent> Lines { get; init; }

    /// <summary>True when the timeline has older lines than these.</summary>
    public bool MoreLines { get; init; }

    /// <summary>Latest text of each draft.</summary>
    public required IReadOnlyDictionary<string, DraftText> Drafts { get; init; }

    public IReadOnlyList<Complaint> Complaints { get; init; } = [];

    /// <summary>What the visitor is asked to do now; the first is the main thing.</summary>
    public required IReadOnlyList<DecisionFormModel> Asked { get; init; }

    /// <summary>The step that the visitor should do next, when nothing else is asked; null when there is none.</summary>
    public StepState? NextStep { get; init; }

    /// <summary>Everything else that can be said.</summary>
    public required IReadOnlyList<DecisionFormModel> Others { get; init; }

    /// <summary>Forms of open steps: done, and skip.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DecisionFormModel>> StepForms { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<DecisionFormModel>> DraftForms { get; init; }

    /// <summary>Said a moment ago, with what became of it; null when nothing was.</summary>
    public DecisionReceipt? Receipt { get; init; }

    public bool HasReport { get; init; }

    /// <summary>The survey's address to hand to affected customers; null before it opens.</summary>
    public string? SurveyLink { get; init; }

    /// <summary>The brand's own crises among the lessons, by id; a case of the library is none of them.</summary>
    public IReadOnlyDictionary<string, CrisisSummary> Earlier { get; init; } = new Dictionary<string, CrisisSummary>();

    /// <summary>What a step asks for; its id when the playbook has it no more.</summary>
    public string TitleOf(StepState step, string language)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Playbook.Steps.FirstOrDefault(s => s.Id == step.Id)?.Title.For(language) ?? step.Id;
    }

    public string NameOf(string? person) =>
        person is null ? "" : People.TryGetValue(person, out var name) ? name : person;
}
