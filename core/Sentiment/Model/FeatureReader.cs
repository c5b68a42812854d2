using Crisis.Core.Sentiment.Languages;
using Crisis.Core.Sentiment.Lexicons;
using Crisis.Core.Sentiment.Rules;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Model;

/// <summary>
/// From a text to what the model is asked with: tokens, rules, tone, features. One path for the analyser and for the
/// trainer, so that the two cannot drift apart.
/// </summary>
public sealed class FeatureReader
{
    private readonly ToneRules rules;
    private readonly FeatureExtractor extractor;

    internal FeatureReader(string language, Lexicon lexicon)
    {
        var turkish = language is LanguageDetector.Turkish;
        rules = new ToneRules(lexicon, negationFollows: turkish);
        extractor = new FeatureExtractor(turkish ? FeatureSettings.Turkish : FeatureSettings.English);
    }

    /// <summary>With the shipped word lists of a language, <c>tr</c> or <c>en</c>.</summary>
    public static FeatureReader For(string language) => new(language, LanguageResources.Lexicon(language));

    /// <summary>Reads one text from scratch.</summary>
    public TextReading Read(string text)
    {
        var reading = new TextReading();
        Tokeniser.Tokenise(text, reading.Text, EmbeddedAnalyser.LongestText);
        ReadTokens(reading);
        Describe(reading);
        return reading;
    }

    /// <summary>Applies the rules to tokens that are there already.</summary>
    internal void ReadTokens(TextReading reading) => rules.Read(reading);

    /// <summary>Fills tone and features after the rules.</summary>
    internal void Describe(TextReading reading)
    {
        ToneSummary.Fill(reading);
        extractor.Extract(reading);
    }
}
