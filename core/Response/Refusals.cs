namespace Crisis.Core.Response;

/// <summary>Why a decision could not be applied: keys that pages say in the reader's language.</summary>
public static class Refusals
{
    public const string Closed = "closed";
    public const string NotClosed = "not-closed";
    public const string OtherCrisis = "other-crisis";
    public const string UnknownCrisis = "unknown-crisis";
    public const string NotOnRoster = "not-on-roster";
    public const string UnknownPerson = "unknown-person";
    public const string AlreadyAcknowledged = "already-acknowledged";
    public const string AlreadyYours = "already-yours";
    public const string AlreadyTheirs = "already-theirs";
    public const string NotResponding = "not-responding";
    public const string AlreadyContained = "already-contained";
    public const string UnknownStep = "unknown-step";
    public const string AlreadyDone = "already-done";
    public const string UnknownDraft = "unknown-draft";
    public const string NotAnApprover = "not-an-approver";
    public const string OutdatedVersion = "outdated-version";
    public const string TextMissing = "text-missing";
    public const string TextTooLong = "text-too-long";
    public const string ReasonMissing = "reason-missing";
    public const string NotASeverity = "not-a-severity";
    public const string UnknownKind = "unknown-kind";
    public const string AlreadyThatKind = "already-that-kind";
    public const string CauseTaken = "cause-taken";
    public const string UntilMissing = "until-missing";
    public const string MentionMissing = "mention-missing";
    public const string UnknownLabel = "unknown-label";
    public const string UsefulMissing = "useful-missing";
    public const string RatingMissing = "rating-missing";
    public const string SurveyNotOpen = "survey-not-open";
    public const string TooMany = "too-many";
    public const string UnknownAction = "unknown-action";
    public const string UnknownStatus = "unknown-status";
    public const string DueMissing = "due-missing";
    public const string WhatMissing = "what-missing";
    public const string AlreadyOpen = "already-open";
}
