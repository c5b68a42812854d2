namespace Crisis.Core.Sentiment.Rules;

/// <summary>Where each number stands in <see cref="TextReading.Tone"/>. All are scaled to about -1 … 1 (or 0 … 1), so that one learning rate suits all.</summary>
public static class ToneFeatures
{
    public const int Bias = 0, MainPositive = 1, MainNegative = 2, MainCompound = 3, SecondPositive = 4, SecondNegative = 5, SecondCompound = 6,
        Positives = 7, Negatives = 8, StrongestPositive = 9, StrongestNegative = 10, Last = 11, EmoticonPositive = 12, EmoticonNegative = 13,
        Exclamation = 14, Question = 15, Capitals = 16, Elongated = 17, Hashtags = 18, Links = 19, Handles = 20, Length = 21, Negations = 22,
        Contrast = 23, Quotes = 24, Ellipsis = 25, Number = 26, Laughter = 27, NothingFound = 28, Boosters = 29, MainMean = 30, Clash = 31,
        FirstClause = 32, LastClause = 33, Count = 34;
}
