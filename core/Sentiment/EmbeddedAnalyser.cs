using System.Collections.Concurrent;
using Crisis.Core.Sentiment.Languages;
using Crisis.Core.Sentiment.Lexicons;
using Crisis.Core.Sentiment.Model;
using Crisis.Core.Sentiment.Rules;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment;

/// <summary>
/// The analyser that ships with the product: Turkish and English, no service, no network. Word lists and rules feed a
/// small linear model. Texts in other languages, and texts without a word it knows, are unscored. Safe for all threads;
/// loading takes tens of milliseconds, so keep one.
/// </summary>
public sealed class EmbeddedAnalyser : ISentimentAnalyser
{
    /// <summary>Only the first characters of a text are judged: posts are shorter, and a hostile one costs no more.</summary>
    public const int LongestText = 5_000;

    /// <summary>Points by which another language must lead before the source's word for a text's language is overruled.</summary>
    private const float Overrule = 3;

    private readonly LanguageAnalyser turkish;
    private readonly LanguageAnalyser english;
    private readonly LanguageDetector detector;
    private readonly ConcurrentBag<TextReading> readings = [];

    private EmbeddedAnalyser(Lexicon turkishWords, LinearModel turkishModel, Lexicon englishWords, LinearModel englishModel)
    {
        turkish = new LanguageAnalyser(LanguageDetector.Turkish, turkishWords, turkishModel);
        english = new LanguageAnalyser(LanguageDetector.English, englishWords, englishModel);
        using var words = new StreamReader(LanguageResources.Open("languages.tsv"));
        detector = new LanguageDetector(words, turkishWords, englishWords);
    }

    public string Name => "embedded";

    /// <summary>Loads the shipped word lists and models.</summary>
    public static EmbeddedAnalyser Load() => Load(LanguageResources.Model(LanguageDetector.Turkish), LanguageResources.Model(LanguageDetector.English));

    /// <summary>The same with another model for one language, as a cross-validation needs it.</summary>
    public static EmbeddedAnalyser Load(string language, LinearModel model) => Load(
        language is LanguageDetector.Turkish ? model : LanguageResources.Model(LanguageDetector.Turkish),
        language is LanguageDetector.English ? model : LanguageResources.Model(LanguageDetector.English));

    private static EmbeddedAnalyser Load(LinearModel turkish, LinearModel english) =>
        new(LanguageResources.Lexicon(LanguageDetector.Turkish), turkish, LanguageResources.Lexicon(LanguageDetector.English), english);

    /// <summary>Completes at once, without a thread of its own.</summary>
    public ValueTask<IReadOnlyList<TextSentiment>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var findings = new TextSentiment[texts.Count];
        for (var i = 0; i < findings.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            findings[i] = Analyse(texts[i]);
        }
        return ValueTask.FromResult<IReadOnlyList<TextSentiment>>(findings);
    }

    /// <summary>Judges one text.</summary>
    public TextSentiment Analyse(TextToScore text)
    {
        if (string.IsNullOrWhiteSpace(text.Text)) return TextSentiment.Unscored with { Language = Hint(text.Language) };
        if (!readings.TryTake(out var reading)) reading = new TextReading();
        try
        {
            Tokeniser.Tokenise(text.Text, reading.Text, LongestText);
            var guess = detector.Guess(text.Text, reading.Text);
            var language = Language(text, reading, guess);
            var sure = guess.Language == language;
            return language switch
            {
                LanguageDetector.Turkish => turkish.Analyse(reading, sure, text.Brand),
                LanguageDetector.English => english.Analyse(reading, sure, text.Brand),
                _ => TextSentiment.Unscored with { Language = language },
            };
        }
        finally
        {
            readings.Add(reading);
        }
    }

    /// <summary>The source's word where it gave one, unless the text is plainly something else; else what the detector finds.</summary>
    private static string? Language(TextToScore text, TextReading reading, LanguageGuess guess)
    {
        var hint = Hint(text.Language);
        if (hint is null) return guess.Language ?? (HasTone(reading.Text) ? LanguageDetector.English : null);
        if (guess.Language is not (LanguageDetector.Turkish or LanguageDetector.English) || guess.Language == hint) return hint;
        return guess.Lead >= Overrule ? guess.Language : hint;
    }

    /// <summary>Emoji and emoticons speak without a language.</summary>
    private static bool HasTone(TokenisedText text)
    {
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.Kind is TokenKind.Emoji or TokenKind.Emoticon) return true;
        }
        return false;
    }

    /// <summary>The two letters of a language tag (<c>tr-TR</c> is <c>tr</c>); null for none and for "undetermined".</summary>
    private static string? Hint(string? language)
    {
        if (language is null || language.Length < 2 || (language.Length > 2 && language[2] is not ('-' or '_'))) return null;
        return language[..2].ToLowerInvariant();
    }
}
