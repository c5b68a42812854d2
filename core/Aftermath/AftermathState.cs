namespace Crisis.Core.Aftermath;

/// <summary>What the time after a crisis has brought so far.</summary>
public sealed record AftermathState
{
    public static AftermathState None { get; } = new();

    public DateTimeOffset? CausesAskedAt { get; init; }

    /// <summary>How often causes were asked for.</summary>
    public int CausesAsked { get; init; }

    /// <summary>Named causes, at most ten, each at most 300 characters.</summary>
    public IReadOnlyList<NamedCause> Causes { get; init; } = [];

    /// <summary>Preventive actions, at most twenty.</summary>
    public IReadOnlyList<PreventiveAction> Actions { get; init; } = [];

    public DateTimeOffset? SurveyOpenedAt { get; init; }
    public SurveyTotals Survey { get; init; } = SurveyTotals.None;

    /// <summary>Similar cases, most similar first, at most three.</summary>
    public IReadOnlyList<LessonMatch> Lessons { get; init; } = [];

    /// <summary>When the survey was last counted.</summary>
    public DateTimeOffset? SurveyCountedAt { get; init; }

    public bool LessonsAsked { get; init; }

    /// <summary>Version of the report last asked for; 0 before the first.</summary>
    public int ReportAsked { get; init; }

    /// <summary>Something worth a new version of the report has happened, at this instant.</summary>
    public DateTimeOffset? ReportOutdatedAt { get; init; }

    /// <summary>Version of the last report written; 0 before the first.</summary>
    public int ReportVersion { get; init; }

    public DateTimeOffset? ReviewAskedAt { get; init; }

    /// <summary>What was confirmed or changed after the crisis: <c>roster</c>, <c>ladder</c>, <c>playbook</c>.</summary>
    public IReadOnlyList<string> Reviewed { get; init; } = [];

    /// <summary>Useful (true) or noise (false), as people said of the detection; null while nobody has.</summary>
    public bool? Useful { get; init; }
}
