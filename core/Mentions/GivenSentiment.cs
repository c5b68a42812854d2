using Crisis.Core.Sentiment;

namespace Crisis.Core.Mentions;

/// <summary>A sentiment that no analyser found: it came with the mention, or a person said it.</summary>
public static class GivenSentiment
{
    /// <summary>Who "scored" a mention whose sentiment came with it.</summary>
    public const string Analyser = "given";

    /// <summary>The label with full share.</summary>
    public static TextSentiment Of(SentimentLabel label) => label switch
    {
        SentimentLabel.Positive => new TextSentiment(label, 1, 0, 0),
        SentimentLabel.Neutral => new TextSentiment(label, 0, 1, 0),
        SentimentLabel.Negative => new TextSentiment(label, 0, 0, 1),
        _ => TextSentiment.Unscored,
    };
}
