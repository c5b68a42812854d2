namespace Crisis.Core.Sentiment;

/// <summary>
/// An analyser's finding for one text. The three shares are each 0 to 1 and sum to 1, all 0 when unscored.
/// <see cref="Language"/> is the two-letter code that was used or found.
/// </summary>
public sealed record TextSentiment(SentimentLabel Label, float Positive, float Neutral, float Negative)
{
    public static TextSentiment Unscored { get; } = new(SentimentLabel.Unscored, 0, 0, 0);

    public string? Language { get; init; }

    /// <summary>What the text complains about or praises, lower-cased base forms such as <c>kargo</c> or <c>refund</c>.</summary>
    public IReadOnlyList<OpinionTarget> Targets { get; init; } = [];

    /// <summary>The analyser that judged this one when it was not the one that was asked: a stand-in while a service is out of reach. Null: the one asked.</summary>
    public string? By { get; init; }

    /// <summary>Judged by a stand-in because the service was out of reach: worth asking again. False where that was decided, as in a surge or over the day's ceiling.</summary>
    public bool Provisional { get; init; }
}
