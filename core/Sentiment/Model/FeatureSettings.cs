namespace Crisis.Core.Sentiment.Model;

/// <summary>Which features a language's model is made of. A model file only fits the settings it was trained with.</summary>
public sealed record FeatureSettings
{
    public bool Pairs { get; init; } = true;

    public bool Triples { get; init; }

    /// <summary>Pairs with one word between.</summary>
    public bool Skips { get; init; }

    /// <summary>Words are also counted by this many first letters, a rough stem that suits Turkish; 0 for not.</summary>
    public int StemLetters { get; init; }

    public int ShortestRun { get; init; } = 3;

    /// <summary>0 for no letter runs.</summary>
    public int LongestRun { get; init; } = 5;

    public static FeatureSettings English { get; } = new();

    /// <summary>Few labelled texts: pairs of words and runs of letters would only be learned by heart (they gain nothing on texts not seen).</summary>
    public static FeatureSettings Turkish { get; } = new() { Pairs = false, StemLetters = 5, LongestRun = 0 };
}
