using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Rules;

/// <summary>
/// What the rules read out of one text, token by token. Used again from text to text without new memory: one thread at a time.
/// </summary>
public sealed class TextReading
{
    private TokenReading[] words = new TokenReading[128];

    public TokenisedText Text { get; } = new();

    /// <summary>One reading per token of <see cref="Text"/>.</summary>
    public Span<TokenReading> Words => words.AsSpan(0, Text.Count);

    /// <summary>The text's summary in numbers, see <see cref="ToneFeatures"/>.</summary>
    public float[] Tone { get; } = new float[ToneFeatures.Count];

    /// <summary>Indices of the features found, see <c>FeatureExtractor</c>.</summary>
    internal Model.FeatureList Features { get; } = new();

    /// <summary>Hashes of the word features, before they are cut to a model's size.</summary>
    public ReadOnlySpan<uint> WordFeatures => Features.Words;

    /// <summary>The same of the letter runs.</summary>
    public ReadOnlySpan<uint> LetterFeatures => Features.LetterRuns;

    /// <summary>Tokens that the language's lists know.</summary>
    public int KnownWords { get; internal set; }

    internal void Reset()
    {
        if (words.Length < Text.Count) words = new TokenReading[Math.Max(Text.Count, words.Length * 2)];
        Words.Clear();
        Array.Clear(Tone);
        KnownWords = 0;
        Features.Clear();
    }
}
