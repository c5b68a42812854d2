namespace Crisis.Core.Sentiment;

/// <summary>What a text says of the brand, as far as an analyser can tell. <see cref="Unscored"/> is "can't tell", not neutral.</summary>
public enum SentimentLabel : byte
{
    Unscored,
    Positive,
    Neutral,
    Negative,
}
