using Crisis.Core.Sentiment.Languages;
using Crisis.Core.Sentiment.Lexicons;
using Crisis.Core.Sentiment.Model;
using Crisis.Core.Sentiment.Rules;
using Crisis.Core.Sentiment.Targets;

namespace Crisis.Core.Sentiment;

/// <summary>Everything the embedded analyser has for one language. Read-only, safe for all threads.</summary>
internal sealed class LanguageAnalyser
{
    private readonly string language;
    private readonly FeatureReader features;
    private readonly LinearModel model;
    private readonly TargetFinder targets;

    public LanguageAnalyser(string language, Lexicon lexicon, LinearModel model)
    {
        this.language = language;
        this.model = model;
        features = new FeatureReader(language, lexicon);
        using var table = new StreamReader(LanguageResources.Open("targets.tsv"));
        targets = new TargetFinder(TargetTable.Read(language, table), agglutinative: language is LanguageDetector.Turkish);
    }

    /// <summary>
    /// Judges the tokens that <paramref name="reading"/> holds. <paramref name="sure"/> says that its words were recognised
    /// as this language's; otherwise at least one of them must be in the lists.
    /// </summary>
    public TextSentiment Analyse(TextReading reading, bool sure, BrandWords? brand = null)
    {
        features.ReadTokens(reading);
        if (!sure && !IsJudgeable(reading)) return TextSentiment.Unscored with { Language = language };
        features.Describe(reading);
        Span<float> shares = stackalloc float[3];
        model.Predict(reading, shares);
        if (model.Classes == 2) SplitOffNeutral(reading, shares);
        var (positive, neutral, negative) = (shares[0], shares[1], shares[2]);
        var label = positive > neutral && positive >= negative ? SentimentLabel.Positive
            : negative > neutral ? SentimentLabel.Negative
            : SentimentLabel.Neutral;
        return new TextSentiment(label, positive, neutral, negative) { Language = language, Targets = targets.Find(reading, label, brand) };
    }

    /// <summary>A word, emoji or emoticon that the lists know; without one the model would only guess by letters.</summary>
    private static bool IsJudgeable(TextReading reading)
    {
        if (reading.KnownWords > 0) return true;
        foreach (ref readonly var token in reading.Text.Tokens)
        {
            if (token.Kind is Text.TokenKind.Emoticon) return true;
        }
        return false;
    }

    /// <summary>
    /// The Turkish model knows positive and negative only, for lack of neutral examples. How much of a text is neutral
    /// follows from how little the lists found in it and how undecided the model is; the two others keep their ratio.
    /// </summary>
    private static void SplitOffNeutral(TextReading reading, Span<float> shares)
    {
        var (positive, negative) = (shares[0], shares[1]);
        var tone = reading.Tone;
        var evidence = tone[ToneFeatures.MainPositive] + tone[ToneFeatures.MainNegative] + tone[ToneFeatures.EmoticonPositive] + tone[ToneFeatures.EmoticonNegative]
            + 0.3f * (tone[ToneFeatures.SecondPositive] + tone[ToneFeatures.SecondNegative]) + 0.3f * tone[ToneFeatures.Exclamation];
        var doubt = 1 - MathF.Abs(positive - negative);
        var neutral = Math.Clamp(0.75f * MathF.Exp(-1.6f * evidence) + 0.45f * doubt * doubt, 0.02f, 0.9f);
        (shares[0], shares[1], shares[2]) = (positive * (1 - neutral), neutral, negative * (1 - neutral));
    }
}
