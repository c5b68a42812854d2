namespace Crisis.Core.Notices;

/// <summary>Why somebody is told.</summary>
public enum NoticeReason
{
    /// <summary>A crisis has opened and this person is called.</summary>
    First,

    /// <summary>New numbers, or several changes in one.</summary>
    Update,

    /// <summary>Called, but has not answered.</summary>
    Reminder,

    /// <summary>Others did not answer: now this person is called.</summary>
    Escalation,

    /// <summary>Acknowledged, then nothing for too long.</summary>
    Stale,

    /// <summary>Somebody has taken it: the others may rest.</summary>
    Acknowledged,

    /// <summary>It was handed to this person.</summary>
    HandOver,

    /// <summary>Somebody has the crisis, and these steps are yours.</summary>
    StepAssigned,

    /// <summary>A step is overdue.</summary>
    StepDue,

    /// <summary>A draft waits for approval.</summary>
    Approval,

    /// <summary>Numbers have been calm: is it contained?</summary>
    ProposeContained,

    Contained,
    Relapse,
    Recovered,

    /// <summary>Please name causes and preventive actions.</summary>
    Causes,

    /// <summary>A preventive action is due.</summary>
    ActionDue,

    /// <summary>Please confirm or change roster, ladder and playbook.</summary>
    Review,

    Report,
    Closed,
    Dismissed,

    /// <summary>To operations: the product itself has trouble.</summary>
    Operations,
}
