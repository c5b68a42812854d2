using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Aftermath;

/// <summary>After recovery: survey, lessons, report, review; then the crisis is closed, and open questions are followed.</summary>
internal static class Aftercare
{
    private static readonly TimeSpan SurveyCount = TimeSpan.FromHours(1);

    public static void Begin(Moment m)
    {
        m.Aftermath.Set(a => a with { SurveyOpenedAt = a.SurveyOpenedAt ?? m.Now, SurveyCountedAt = m.Now });
        AskLessons(m);
        Reporting.Ask(m);
    }

    public static void Tick(Moment m)
    {
        var recovered = m.State.RecoveredAt!.Value;
        if (m.Due(recovered + m.Deadlines.Aftercare))
        {
            m.Want(new CountSurvey(m.Key("survey")));
            Ending.Close(m, CrisisEnd.Recovered, null, null);
            return;
        }

        CausesAndActions.Tick(m);
        if (m.Due((m.State.Aftermath.SurveyCountedAt ?? recovered) + SurveyCount))
        {
            m.Aftermath.Set(a => a with { SurveyCountedAt = m.Now });
            m.Want(new CountSurvey(m.Key("survey")));
        }

        if (m.Due(recovered + (m.Deadlines.Aftercare / 2))) AskReview(m);
        Reporting.Tick(m);
    }

    /// <summary>After the end: causes and actions until they are settled, and a report that no longer says everything.</summary>
    public static void FollowUp(Moment m)
    {
        if (m.State.End is CrisisEnd.Dismissed or CrisisEnd.Merged || m.State.Plan is null) return;
        CausesAndActions.Tick(m);
        Reporting.Tick(m);
    }

    public static void AskLessons(Moment m)
    {
        m.Aftermath.Set(a => a with { LessonsAsked = true });
        m.Want(new FindLessons(m.Key("lessons")));
    }

    public static void LessonsFound(Moment m, IReadOnlyList<LessonMatch> lessons)
    {
        List<LessonMatch> most = [.. lessons.OrderByDescending(l => l.Similarity).ThenBy(l => l.Case, StringComparer.Ordinal).Take(3)];
        if (most.Select(l => l.Case).SequenceEqual(m.State.Aftermath.Lessons.Select(l => l.Case))) return;
        m.Aftermath.Set(a => a with { Lessons = most });
        m.Line("lessons", null, ("cases", string.Join(",", most.Select(l => l.Case))));
    }

    public static void SurveyCounted(Moment m, SurveyTotals totals)
    {
        if (totals.Answers <= m.State.Aftermath.Survey.Answers) return;
        m.Aftermath.Set(a => a with { Survey = totals });
        m.Line("survey", null, ("answers", totals.Answers.ToString(CultureInfo.InvariantCulture)), ("mean", totals.Mean?.ToString("0.0", CultureInfo.InvariantCulture)));
        m.ReportOutdated();
    }

    /// <summary>A customer's answer. It is counted with the others and does not call anybody.</summary>
    public static Verdict Survey(Moment m, Decision decision)
    {
        if (m.State.Aftermath.SurveyOpenedAt is null) return Verdict.Refuse(Refusals.SurveyNotOpen);
        return int.TryParse(decision.Arguments.GetValueOrDefault("rating"), CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= 5
            ? Verdict.Do(() => Remarks.Record(m, decision))
            : Verdict.Refuse(Refusals.RatingMissing);
    }

    public static Verdict Reviewed(Moment m, Decision decision)
    {
        if (decision.Arguments.GetValueOrDefault("what") is not ("roster" or "ladder" or "playbook")) return Verdict.Refuse(Refusals.WhatMissing);
        var what = decision.Arguments["what"];
        // Nobody was called and no playbook taken: it has shown nothing about them.
        if (m.State.Plan is null) return Verdict.Refuse(Refusals.NotResponding);
        if (m.State.Aftermath.Reviewed.Contains(what)) return Verdict.Refuse(Refusals.AlreadyDone);
        return Verdict.Do(() =>
        {
            m.Aftermath.Set(a => a with { Reviewed = [.. a.Reviewed, what] });
            m.ReportOutdated();
            Remarks.Record(m, decision);
        });
    }

    private static void AskReview(Moment m)
    {
        if (m.State.Aftermath.ReviewAskedAt is not null || m.State.Plan is null) return;
        var people = Audience.OnDuty(m, Audience.Responsible(m.State));
        if (people.Count == 0) return;
        m.Aftermath.Set(a => a with { ReviewAskedAt = m.Now });
        m.Tell(NoticeReason.Review, people, "");
    }
}
