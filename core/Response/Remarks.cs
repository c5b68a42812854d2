using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Response;

/// <summary>What people remark: notes, feedback on the detection, silences, corrected sentiments. They are recorded for those they concern.</summary>
internal static class Remarks
{
    public static Verdict Note(Moment m, Decision decision)
    {
        if (string.IsNullOrWhiteSpace(decision.Arguments.GetValueOrDefault("text"))) return Verdict.Refuse(Refusals.TextMissing);
        // The note itself is the timeline's line of this decision.
        return Verdict.Do(() => m.Changed("note"));
    }

    public static Verdict Feedback(Moment m, Decision decision)
    {
        if (!bool.TryParse(decision.Arguments.GetValueOrDefault("useful"), out var useful)) return Verdict.Refuse(Refusals.UsefulMissing);
        return Verdict.Do(() =>
        {
            m.Aftermath.Set(a => a with { Useful = useful });
            m.ReportOutdated();
            // What a drill was found to be says nothing of the detectors.
            if (!m.State.Drill) Record(m, decision);
        });
    }

    public static Verdict Silence(Moment m, Decision decision) =>
        SilenceFault(decision, m.Now) is { } fault ? Verdict.Refuse(fault) : Verdict.Do(() => Record(m, decision));

    /// <summary>What is wrong with a silence, null when nothing is.</summary>
    public static string? SilenceFault(Decision decision, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(decision.Arguments.GetValueOrDefault("reason"))) return Refusals.ReasonMissing;
        return Time(decision, "until") is { } until && until > now ? null : Refusals.UntilMissing;
    }

    public static Verdict CorrectSentiment(Moment m, Decision decision)
    {
        if (string.IsNullOrEmpty(decision.Arguments.GetValueOrDefault("mention"))) return Verdict.Refuse(Refusals.MentionMissing);
        if (KebabCase.Find<SentimentLabel>(decision.Arguments.GetValueOrDefault("label")) is null) return Verdict.Refuse(Refusals.UnknownLabel);
        return Verdict.Do(() => Record(m, decision));
    }

    public static void Record(Moment m, Decision decision) => m.Want(new RecordDecision(m.Key("record"), decision));

    /// <summary>A time among the arguments, UTC when it names no offset; null when it cannot be read.</summary>
    public static DateTimeOffset? Time(Decision decision, string argument) =>
        DateTimeOffset.TryParse(
            decision.Arguments.GetValueOrDefault(argument),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
}
