using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>What people judge of the whole: how bad, what kind, contained, over, no crisis, part of another.</summary>
internal static class Judging
{
    /// <summary>Raises (−1) or lowers (+1) by one, or to the severity that is named; rules leave it alone from then on.</summary>
    public static Verdict Severity(Moment m, Decision decision, int direction)
    {
        var to = m.State.Severity + direction;
        if (decision.Arguments.TryGetValue("severity", out var named) && !int.TryParse(named, CultureInfo.InvariantCulture, out to)) to = 0;
        if (to is < 1 or > 4 || Math.Sign(to - m.State.Severity) != direction) return Verdict.Refuse(Refusals.NotASeverity);
        return Verdict.Do(() =>
        {
            m.State = m.State with { SeverityFixed = true };
            SeverityRule.Set(m, to, decision.Person, Reason(decision));
        });
    }

    public static Verdict Kind(Moment m, Decision decision)
    {
        if (KebabCase.Find<CrisisKind>(decision.Arguments.GetValueOrDefault("kind")) is not { } kind) return Verdict.Refuse(Refusals.UnknownKind);
        if (kind == m.State.Kind) return Verdict.Refuse(Refusals.AlreadyThatKind);
        return Verdict.Do(() =>
        {
            m.State = m.State with { KindFixed = true };
            Respond.SetKind(m, kind, decision.Person, Reason(decision));
        });
    }

    public static Verdict Contained(Moment m, Decision decision) => m.State.Stage switch
    {
        CrisisStage.Detect => Verdict.Refuse(Refusals.NotResponding),
        CrisisStage.MonitorAfter => Verdict.Refuse(Refusals.AlreadyContained),
        _ => Verdict.Do(() => MonitorAfter.Enter(m, decision.Person, Reason(decision) ?? "contained")),
    };

    public static Verdict Dismiss(Moment m, Decision decision)
    {
        if (m.State.Stage == CrisisStage.MonitorAfter) return Verdict.Refuse(Refusals.AlreadyContained);
        if (Reason(decision) is not { } reason) return Verdict.Refuse(Refusals.ReasonMissing);
        return Verdict.Do(() => Ending.Dismiss(m, decision.Person, reason));
    }

    public static Verdict Close(Moment m, Decision decision) => Verdict.Do(() =>
        Ending.Close(m, m.State.RecoveredAt is null ? CrisisEnd.ClosedByPerson : CrisisEnd.Recovered, decision.Person, Reason(decision)));

    public static Verdict Reopen(Moment m, Decision decision)
    {
        if (m.State.Open) return Verdict.Refuse(Refusals.NotClosed);
        // What went on as another crisis is not there to be opened.
        if (m.State.End == CrisisEnd.Merged) return Verdict.Refuse(Refusals.CauseTaken);
        return Verdict.Do(() => Ending.Reopen(m, decision.Person, Reason(decision)));
    }

    public static Verdict Merge(Moment m, Decision decision)
    {
        if (decision.Arguments.GetValueOrDefault("into") is not { Length: > 0 } into || into == m.State.Id) return Verdict.Refuse(Refusals.UnknownCrisis);
        return Verdict.Do(() => Ending.Merge(m, into, decision.Person, Reason(decision)));
    }

    public static Verdict Split(Moment m, Decision decision)
    {
        if (Reason(decision) is not { } reason) return Verdict.Refuse(Refusals.ReasonMissing);
        var named = decision.Arguments.GetValueOrDefault("kind");
        var kind = KebabCase.Find<CrisisKind>(named);
        if (named is not null && kind is null) return Verdict.Refuse(Refusals.UnknownKind);
        return Verdict.Do(() => Ending.Split(m, decision, reason, kind));
    }

    private static string? Reason(Decision decision) =>
        decision.Arguments.GetValueOrDefault("reason") is { } reason && !string.IsNullOrWhiteSpace(reason) ? reason : null;
}
