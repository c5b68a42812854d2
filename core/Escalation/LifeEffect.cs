using System.Text.Json.Serialization;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// One thing that a crisis wants done outside. <see cref="Key"/> is unique and stable within the crisis: doing it
/// twice has the effect of doing it once.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(TakePlan), "take-plan")]
[JsonDerivedType(typeof(GatherSpread), "gather-spread")]
[JsonDerivedType(typeof(Measure), "measure")]
[JsonDerivedType(typeof(WriteLines), "write-lines")]
[JsonDerivedType(typeof(SendNotice), "send-notice")]
[JsonDerivedType(typeof(OfferDrafts), "offer-drafts")]
[JsonDerivedType(typeof(SaveDraft), "save-draft")]
[JsonDerivedType(typeof(RouteComplaints), "route-complaints")]
[JsonDerivedType(typeof(ProposePause), "propose-pause")]
[JsonDerivedType(typeof(CountSurvey), "count-survey")]
[JsonDerivedType(typeof(FindLessons), "find-lessons")]
[JsonDerivedType(typeof(WriteReport), "write-report")]
[JsonDerivedType(typeof(HandEscalation), "hand-escalation")]
[JsonDerivedType(typeof(ReleaseCause), "release-cause")]
[JsonDerivedType(typeof(AnswerEntry), "answer-entry")]
[JsonDerivedType(typeof(RecordDecision), "record-decision")]
public abstract record LifeEffect(string Key);

/// <summary>Take roster, ladder and the kind's playbook as they are now. Answers <see cref="PlanTaken"/>.</summary>
public sealed record TakePlan(string Key, CrisisKind Kind) : LifeEffect(Key);

/// <summary>Gather first posts, spread, targets and authors. Answers <see cref="Gathered"/>.</summary>
public sealed record GatherSpread(string Key, DateTimeOffset Since) : LifeEffect(Key);

/// <summary>Judge the windows from <paramref name="From"/> on. Answers <see cref="Measured"/>.</summary>
public sealed record Measure(string Key, DateTimeOffset From) : LifeEffect(Key);

/// <summary>Append lines to the timeline; the first has the number <paramref name="First"/>.</summary>
public sealed record WriteLines(string Key, int First, IReadOnlyList<CrisisEvent> Lines) : LifeEffect(Key);

/// <summary>Tell somebody. Answers <see cref="NoticeFailed"/> only when no channel took it.</summary>
public sealed record SendNotice(string Key, NoticeRequest Notice) : LifeEffect(Key);

/// <summary>Fill the playbook's drafts with facts and store them as version 1.</summary>
public sealed record OfferDrafts(string Key, IReadOnlyList<string> Drafts) : LifeEffect(Key);

/// <summary>
/// Store what a person made of a draft, word for word: with a text a new version (in that language; the others are
/// kept), then the approval if it is one. Without a text the version that is there is approved.
/// </summary>
public sealed record SaveDraft(string Key, string Draft, int Version, string? Text, string? Language, string By, bool Approved) : LifeEffect(Key);

/// <summary>Hand single complaints to customer service and count answers. Answers <see cref="ComplaintsCounted"/>.</summary>
public sealed record RouteComplaints(string Key, DateTimeOffset Since) : LifeEffect(Key);

/// <summary>Ask whatever schedules posts to pause (or to go on). Answers <see cref="PauseAnswered"/>.</summary>
public sealed record ProposePause(string Key, bool Resume) : LifeEffect(Key);

/// <summary>Count the survey's answers. Answers <see cref="SurveyCounted"/>.</summary>
public sealed record CountSurvey(string Key) : LifeEffect(Key);

/// <summary>Look for similar cases. Answers <see cref="LessonsFound"/>.</summary>
public sealed record FindLessons(string Key) : LifeEffect(Key);

/// <summary>Write the after-action report. Answers <see cref="ReportWritten"/>.</summary>
public sealed record WriteReport(string Key, int Version) : LifeEffect(Key);

/// <summary>Hand on an escalation: a split part, or what a merged crisis knew.</summary>
public sealed record HandEscalation(string Key, CrisisEscalation Escalation, string? Into) : LifeEffect(Key);

/// <summary>
/// The causes that this crisis has are free again for a new crisis of this watch; or go to the crisis
/// <paramref name="Into"/> that it was merged into. A crisis that reopens claims its cause.
/// </summary>
public sealed record ReleaseCause(string Key, bool Claim, string? Into = null) : LifeEffect(Key);

/// <summary>Note in the inbox what became of an entry: this is what the person who decided is told.</summary>
public sealed record AnswerEntry(string Key, string Entry, InboxOutcome Outcome, string? Reason) : LifeEffect(Key);

/// <summary>Record what a person said for those it concerns: a silence, feedback, a corrected sentiment, a survey's answer, a review.</summary>
public sealed record RecordDecision(string Key, Decision Decision) : LifeEffect(Key);
