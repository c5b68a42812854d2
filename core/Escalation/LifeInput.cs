using System.Text.Json.Serialization;
using Crisis.Core.Aftermath;
using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// One thing that happened to a crisis. Decisions and escalations reach it through the inbox; the rest are answers to
/// its own effects, and the clock. <see cref="Id"/> makes a repeat harmless.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "input")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Woken), "woken")]
[JsonDerivedType(typeof(PlanTaken), "plan-taken")]
[JsonDerivedType(typeof(Gathered), "gathered")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(NoticeFailed), "notice-failed")]
[JsonDerivedType(typeof(ComplaintsCounted), "complaints-counted")]
[JsonDerivedType(typeof(PauseAnswered), "pause-answered")]
[JsonDerivedType(typeof(SurveyCounted), "survey-counted")]
[JsonDerivedType(typeof(LessonsFound), "lessons-found")]
[JsonDerivedType(typeof(ReportWritten), "report-written")]
[JsonDerivedType(typeof(PostsRevised), "posts-revised")]
public abstract record LifeInput(string Id, DateTimeOffset At);

/// <summary>The escalation that opened it, or a later one of the same cause that joins.</summary>
public sealed record Escalated(string Id, DateTimeOffset At, CrisisEscalation Escalation) : LifeInput(Id, At);

/// <summary>A person said something.</summary>
public sealed record Decided(string Id, DateTimeOffset At, Decision Decision) : LifeInput(Id, At);

/// <summary>The time that the life asked for has come, or the doorbell rang for nothing.</summary>
public sealed record Woken(string Id, DateTimeOffset At) : LifeInput(Id, At);

public sealed record PlanTaken(string Id, DateTimeOffset At, CrisisPlan Plan) : LifeInput(Id, At);

public sealed record Gathered(string Id, DateTimeOffset At, SpreadReport Spread) : LifeInput(Id, At);

public sealed record Measured(string Id, DateTimeOffset At, Measurement Measurement) : LifeInput(Id, At);

/// <summary>A notice could be delivered over no channel at all.</summary>
public sealed record NoticeFailed(string Id, DateTimeOffset At, string Notice, string Recipient, string Why) : LifeInput(Id, At);

public sealed record ComplaintsCounted(string Id, DateTimeOffset At, ComplaintTotals Totals) : LifeInput(Id, At);

public sealed record PauseAnswered(string Id, DateTimeOffset At, string Answer) : LifeInput(Id, At);

public sealed record SurveyCounted(string Id, DateTimeOffset At, SurveyTotals Totals) : LifeInput(Id, At);

public sealed record LessonsFound(string Id, DateTimeOffset At, IReadOnlyList<LessonMatch> Lessons) : LifeInput(Id, At);

public sealed record ReportWritten(string Id, DateTimeOffset At, int Version) : LifeInput(Id, At);

/// <summary>Authors deleted or edited posts that the crisis shows; posts are named <c>source|id</c>, edited ones with their new text.</summary>
public sealed record PostsRevised(string Id, DateTimeOffset At, IReadOnlyList<string> Gone, IReadOnlyDictionary<string, string> Edited) : LifeInput(Id, At);
