using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;
using Crisis.Web.Language;

namespace Crisis.Web.Decisions;

/// <summary>What each verb asks of the person who says it.</summary>
public static class DecisionFields
{
    /// <summary>Fields by verb. <paramref name="given"/> fills what an address or link already says.</summary>
    public static IReadOnlyList<DecisionField> Of(DecisionVerb verb, DecisionSubject subject, IReadOnlyDictionary<string, string> given, Words words)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(words);
        return [.. Plain(verb, subject, words).Select(f => given.TryGetValue(f.Name, out var value) ? f with { Value = value } : f)];
    }

    private static IReadOnlyList<DecisionField> Plain(DecisionVerb verb, DecisionSubject subject, Words words) => verb switch
    {
        DecisionVerb.HandOver => [Choice("to", People(subject, words)), Text("text")],
        DecisionVerb.StepDone => [Given("step"), Text("text")],
        DecisionVerb.StepSkip => [Given("step"), Text("reason", required: true)],
        DecisionVerb.DraftEdit => [Given("draft"), Given("language"), Text("text", required: true, most: 4000) with { Label = "draft-text" }],
        DecisionVerb.DraftApprove => [Given("draft"), Given("version")],
        DecisionVerb.Raise or DecisionVerb.Lower => [Choice("severity", Severities(verb, subject, words)), Text("reason")],
        DecisionVerb.SetKind => [Choice("kind", Kinds(words)) with { Value = Kebab.Of(subject.State?.Kind ?? CrisisKind.Unclassified) }],
        DecisionVerb.Note => [Text("text", required: true, most: 1000)],
        DecisionVerb.Feedback => [Choice("useful", [new("true", words["field.useful-yes"]), new("false", words["field.useful-no"])]), Text("text")],
        DecisionVerb.Dismiss or DecisionVerb.Close or DecisionVerb.Reopen => [Text("reason", required: true)],
        DecisionVerb.Merge => [Choice("into", subject.OtherCrises), Text("reason")],
        DecisionVerb.Split => [Choice("cause", Causes(words)), Choice("kind", Kinds(words)), Text("reason", required: true)],
        DecisionVerb.Silence => [Choice("cause", [new("", words["field.every-cause"]), .. Causes(words)]), Hours(words), Text("reason", required: true)],
        DecisionVerb.CorrectSentiment => [Given("mention"), Choice("label", Labels(words))],
        DecisionVerb.CauseNamed => [Text("text", required: true) with { Label = "cause-text", Hint = $"questions.{Kebab.Of(subject.State?.Kind ?? CrisisKind.Unclassified)}" }],
        DecisionVerb.ActionSet =>
        [
            Given("action"),
            Text("text", required: subject.Action is null) with { Label = "action-text", Value = subject.Action?.Text ?? "" },
            Choice("owner", People(subject, words)) with { Value = subject.Action?.Owner ?? "" },
            new DecisionField("due", DecisionFieldKind.Day) { Required = true, Value = Day(subject.Action?.DueAt ?? subject.Now.AddDays(14)) },
            Choice("status", [.. Enum.GetValues<ActionStatus>().Select(s => new DecisionOption(Kebab.Of(s), words.Name("action", s)))]),
            Text("reason"),
        ],
        DecisionVerb.Reviewed => [Choice("what", [.. DecisionForms.ToReview(subject.State).Select(w => new DecisionOption(w, words[$"reviewed.{w}"]))]), Text("text")],
        DecisionVerb.Open =>
        [
            Choice("watch", subject.Watches),
            Choice("kind", Kinds(words)),
            Choice("cause", Causes(words)),
            Choice("severity", [.. Enumerable.Range(1, 4).Select(s => Severity(s, words))]) with { Value = "2" },
            Text("reason", required: true) with { Label = "open-reason" },
        ],
        _ => [],
    };

    private static DecisionField Given(string name) => new(name, DecisionFieldKind.Given);

    private static DecisionField Text(string name, bool required = false, int most = 300) =>
        new(name, DecisionFieldKind.Text) { Required = required, Most = most };

    private static DecisionField Choice(string name, IReadOnlyList<DecisionOption> options) =>
        new(name, DecisionFieldKind.Choice) { Required = true, Options = options };

    private static DecisionField Hours(Words words) => new("until", DecisionFieldKind.Hours)
    {
        Required = true,
        Options = [.. ((int[])[1, 4, 12, 24, 72]).Select(h => new DecisionOption(h.ToString(CultureInfo.InvariantCulture), words.Of("field.hours", h)))],
    };

    private static IReadOnlyList<DecisionOption> People(DecisionSubject subject, Words words) =>
        [.. subject.People.Select(p => new DecisionOption(p.Id, $"{p.Name} ({string.Join(", ", p.Roles.Select(words.Shared.Role))})"))];

    private static IReadOnlyList<DecisionOption> Severities(DecisionVerb verb, DecisionSubject subject, Words words)
    {
        var now = subject.State?.Severity ?? 3;
        var range = verb == DecisionVerb.Raise ? Enumerable.Range(1, Math.Max(0, now - 1)).Reverse() : Enumerable.Range(now + 1, Math.Max(0, 4 - now));
        return [.. range.Select(s => Severity(s, words))];
    }

    private static DecisionOption Severity(int severity, Words words) =>
        new(severity.ToString(CultureInfo.InvariantCulture), words.Shared.Severity(severity));

    private static IReadOnlyList<DecisionOption> Kinds(Words words) =>
        [.. Enum.GetValues<CrisisKind>().Select(k => new DecisionOption(Kebab.Of(k), words.Name("kind", k)))];

    private static IReadOnlyList<DecisionOption> Causes(Words words) =>
        [.. Enum.GetValues<CrisisCause>().Select(c => new DecisionOption(Kebab.Of(c), words.Name("cause", c)))];

    private static IReadOnlyList<DecisionOption> Labels(Words words) =>
        [.. ((SentimentLabel[])[SentimentLabel.Negative, SentimentLabel.Neutral, SentimentLabel.Positive]).Select(l => new DecisionOption(Kebab.Of(l), words.Name("sentiment", l)))];

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
