namespace Crisis.Core.Response;

/// <summary>Everything a person can say about a crisis.</summary>
public enum DecisionVerb
{
    Open,
    Acknowledge,
    TakeOver,
    HandOver,
    StepDone,
    StepSkip,
    DraftEdit,
    DraftApprove,
    Raise,
    Lower,
    SetKind,
    Note,
    Feedback,
    Contained,
    Dismiss,
    Close,
    Reopen,
    Merge,
    Split,
    Silence,
    CorrectSentiment,
    Survey,

    /// <summary>Aftermath: a cause was named (arguments <c>cause</c>, <c>text</c>).</summary>
    CauseNamed,

    /// <summary>Aftermath: a preventive action was set, done or dropped (arguments <c>action</c>, <c>owner</c>, <c>due</c>, <c>status</c>, <c>reason</c>).</summary>
    ActionSet,

    /// <summary>Aftermath: roster or playbook was reviewed (argument <c>what</c>).</summary>
    Reviewed,
}
