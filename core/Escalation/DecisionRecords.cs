using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Mentions;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>Writes decisions that concern others than the crisis where those read them. The decision's id is the row's key.</summary>
/// <param name="mentions">Where a corrected sentiment changes mention and window; null where only the words are kept.</param>
public sealed class DecisionRecords(IRowStore store, MentionStore? mentions = null)
{
    private const int LongestComment = 1000;

    private readonly Silences _silences = new(store);
    private readonly DetectorFeedbacks _feedback = new(store);
    private readonly SentimentCorrections _corrections = new(store);
    private readonly SurveyAnswers _survey = new(store);
    private readonly Reviews _reviews = new(store);

    /// <summary>Records a decision about a crisis; the verbs that are none of these are left alone.</summary>
    public async ValueTask RecordAsync(CrisisState crisis, Decision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(decision);
        var arguments = decision.Arguments;
        switch (decision.Verb)
        {
            case DecisionVerb.Silence:
                await SilenceAsync(decision, cancellation);
                break;
            case DecisionVerb.Feedback:
                var useful = bool.Parse(arguments["useful"]);
                IEnumerable<string> detectors = arguments.TryGetValue("detector", out var named) ? [named] : crisis.Signals.Select(s => s.Detector).Prepend("*");
                foreach (var detector in detectors)
                {
                    var text = arguments.GetValueOrDefault("text");
                    await _feedback.SaveAsync(new DetectorFeedback(crisis.Watch, detector, crisis.Id, useful, decision.Person, decision.At, text), cancellation);
                }

                break;
            case DecisionVerb.CorrectSentiment:
                var label = KebabCase.Find<SentimentLabel>(arguments["label"])!.Value;
                await _corrections.SaveAsync(new SentimentCorrection(crisis.Watch, arguments["mention"], label, decision.Person, decision.At), cancellation);
                await CorrectAsync(crisis.Watch, arguments["mention"], cancellation);
                break;
            case DecisionVerb.Survey:
                var rating = int.Parse(arguments["rating"], CultureInfo.InvariantCulture);
                var comment = arguments.GetValueOrDefault("text") is { } said ? ShortText.Cut(said, LongestComment) : null;
                await _survey.AddAsync(crisis.Id, new SurveyAnswer(decision.Id, rating, comment, arguments.GetValueOrDefault("language"), decision.At), cancellation);
                break;
            // A crisis that never came to the response has no team whose roster it could tell of.
            case DecisionVerb.Reviewed when crisis.Plan is { } plan:
                var what = arguments["what"] == "playbook" ? Reviews.Playbook(crisis.Kind) : arguments["what"];
                await _reviews.AddAsync(new Review(plan.Team, what, decision.Person, decision.At, crisis.Id), cancellation);
                break;
            default:
                break;
        }
    }

    /// <summary>The mention gets the word that stands, which is the latest, in whatever order two people's words come.</summary>
    private async ValueTask CorrectAsync(string watch, string mention, CancellationToken cancellation)
    {
        var bar = mention.IndexOf('|', StringComparison.Ordinal);
        if (mentions is null || bar <= 0 || bar == mention.Length - 1) return;
        if (await _corrections.FindAsync(watch, mention, cancellation) is not { } standing) return;
        await mentions.CorrectAsync(watch, mention[..bar], mention[(bar + 1)..], standing.Label, cancellation);
    }

    /// <summary>Records a silence of a watch, with or without a crisis.</summary>
    public async ValueTask SilenceAsync(Decision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var silence = new Silence
        {
            Id = decision.Id,
            Watch = decision.Watch,
            Cause = KebabCase.Find<CrisisCause>(decision.Arguments.GetValueOrDefault("cause")),
            Detector = decision.Arguments.GetValueOrDefault("detector"),
            From = decision.At,
            Until = Remarks.Time(decision, "until")!.Value,
            By = decision.Person,
            Reason = ShortText.Cut(decision.Arguments["reason"], LongestComment),
        };
        await _silences.AddAsync(silence, cancellation);
    }
}
