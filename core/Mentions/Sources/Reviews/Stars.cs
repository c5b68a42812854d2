using Crisis.Core.Sentiment;

namespace Crisis.Core.Mentions.Sources.Reviews;

/// <summary>A review's stars are its author's own verdict: no analyser knows better.</summary>
internal static class Stars
{
    /// <param name="stars">1 to 5; anything else is no verdict.</param>
    public static SentimentLabel? Verdict(int stars) => stars switch
    {
        1 or 2 => SentimentLabel.Negative,
        3 => SentimentLabel.Neutral,
        4 or 5 => SentimentLabel.Positive,
        _ => null,
    };
}
