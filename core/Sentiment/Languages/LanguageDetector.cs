using Crisis.Core.Sentiment.Lexicons;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Languages;

/// <summary>
/// Tells Turkish, English and "another language" apart in short texts, by letters, function words and Turkish suffixes.
/// Other languages are told by their own function words, so that a Spanish text is not taken for English with errors.
/// </summary>
public sealed class LanguageDetector
{
    public const string Turkish = "tr", English = "en", Undetermined = "xx";

    /// <summary>Points of one function word; everything else is measured against it.</summary>
    private const float Word = 1f;
    private const float TurkishOnlyLetter = 1.2f, SharedLetter = 0.5f, Suffix = 0.6f, ForeignLetter = 0.8f, OtherScript = 1f, Known = 0.35f;

    private readonly Dictionary<ulong, byte> functionWords;
    private readonly Lexicon turkish;
    private readonly Lexicon english;
    private readonly string[] languages;

    /// <param name="functionWords">Lines of <c>language TAB words separated by blanks</c>; Turkish and English first.</param>
    internal LanguageDetector(TextReader functionWords, Lexicon turkish, Lexicon english)
    {
        (this.turkish, this.english) = (turkish, english);
        this.functionWords = [];
        var names = new List<string>();
        while (functionWords.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            foreach (var word in fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // A word of several languages counts for the first only when it is Turkish or English; else it tells nothing new.
                this.functionWords.TryAdd(TextHash.Of(TextFold.Fold(word)), (byte)names.Count);
            }
            names.Add(fields[0]);
        }
        languages = [.. names];
    }

    /// <summary>Guesses the language of a tokenised text. <paramref name="source"/> is the text as it was written.</summary>
    public LanguageGuess Guess(ReadOnlySpan<char> source, TokenisedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<float> points = stackalloc float[languages.Length + 1];
        points.Clear();
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Hashtag) Weigh(token, text, source, points);
        }
        var other = 2;
        float others = 0;
        for (var i = 2; i < points.Length; i++)
        {
            others += points[i];
            if (points[i] > points[other]) other = i;
        }
        // Other languages share words among them, so they stand together against the two that are judged.
        var best = MathF.Max(points[0], MathF.Max(points[1], others));
        if (best <= 0) return default;
        var lead = best - Middle(points[0], points[1], others);
        if (best == points[0]) return new LanguageGuess(Turkish, lead);
        if (best == points[1]) return new LanguageGuess(English, lead);
        return new LanguageGuess(other == languages.Length ? Undetermined : languages[other], lead);
    }

    private static float Middle(float a, float b, float c) => MathF.Max(MathF.Min(a, b), MathF.Min(MathF.Max(a, b), c));

    private void Weigh(in Token token, TokenisedText text, ReadOnlySpan<char> source, Span<float> points)
    {
        if (token.Has(TokenTraits.OtherScript))
        {
            points[^1] += OtherScript;
            return;
        }
        var word = text.Folded(token);
        if (functionWords.TryGetValue(token.Hash, out var language)) points[language] += word.Length == 1 ? Word / 3 : Word;
        foreach (var c in source.Slice(token.Start, token.Length))
        {
            if (c < 0x80) continue;
            if (c is 'ı' or 'ğ' or 'ş' or 'İ' or 'Ğ' or 'Ş') points[0] += TurkishOnlyLetter;
            else if (c is 'ç' or 'ö' or 'ü' or 'Ç' or 'Ö' or 'Ü') points[0] += SharedLetter;
            else if (char.IsLetter(c) && c is not ('â' or 'î' or 'û')) points[^1] += ForeignLetter;
        }
        if (word.Length >= 5 && HasTurkishEnding(word)) points[0] += Suffix;
        if (turkish.TryGet(token.Hash, out var t) && word.Length > 3 && t.Main != 0) points[0] += Known;
        if (english.TryGet(token.Hash, out var e) && word.Length > 3 && (e.Main != 0 || e.Is(TermRole.Stop))) points[1] += Known;
    }

    private static bool HasTurkishEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["yor", "yorum", "yorsun", "yoruz", "iyo", "lar", "ler", "lari", "leri", "larin", "lerin", "dir", "dur", "mis", "mus", "acak", "ecek", "dim", "tim", "dik", "tik",
            "siniz", "sunuz", "niz", "nuz", "larda", "lerde", "lardan", "lerden", "mak", "mek", "maz", "mez", "miyor", "yorlar", "diniz", "misiniz", "ligi", "lugu", "inda", "inde", "unda", "unde", "dan", "den", "cam", "cem", "icam", "icem", "mem", "mam", "madi", "medi"])
        {
            if (word.EndsWith(ending)) return true;
        }
        return false;
    }
}
