using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Everything that a report is made from, read once.</summary>
public sealed record ReportMaterial
{
    public required CrisisState Crisis { get; init; }
    public required int Version { get; init; }
    public required Watch Watch { get; init; }
    public required Playbook Playbook { get; init; }

    /// <summary>Says things in the report's language and the watch's zone.</summary>
    public required Wording Words { get; init; }

    /// <summary>Names of people by id.</summary>
    public required IReadOnlyDictionary<string, string> People { get; init; }

    /// <summary>The brand's own past crises that ended as one; newest first.</summary>
    public IReadOnlyList<CrisisSummary> Past { get; init; } = [];

    /// <summary>Windows of the chart.</summary>
    public IReadOnlyList<SeriesPoint> Series { get; init; } = [];

    /// <summary>Windows of the day before the chart begins: what was usual.</summary>
    public IReadOnlyList<SeriesPoint> Before { get; init; } = [];

    /// <summary>Lines of the timeline that the report shows, and how many it leaves out.</summary>
    public IReadOnlyList<CrisisEvent> Lines { get; init; } = [];

    public int LinesLeftOut { get; init; }
    public IReadOnlyList<DraftText> Drafts { get; init; } = [];
    public IReadOnlyList<Complaint> Complaints { get; init; } = [];
    public IReadOnlyList<NoticeDelivery> Notices { get; init; } = [];
    public IReadOnlyList<NoticeDelivery> LostNotices { get; init; } = [];
    public IReadOnlyList<DetectorFeedback> Feedback { get; init; } = [];
    public IReadOnlyList<SurveyAnswer> Survey { get; init; } = [];

    /// <summary>Known general problems that people named in this crisis.</summary>
    public IReadOnlyList<KnownProblem> Problems { get; init; } = [];

    public string NameOf(string? person) =>
        person is null ? Words.Say("report.system")
        : People.TryGetValue(person, out var name) ? name
        : person == "survey" || person.StartsWith("link:", StringComparison.Ordinal) ? Words.Say("report.customer")
        : person;
}
