using Crisis.Core.Sentiment.Rules;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Model;

/// <summary>
/// Turns a reading into the features of the linear model: words, pairs and triples of words (with a mark when negated),
/// stems cut to five letters (for Turkish), and runs of letters inside words.
/// </summary>
public sealed class FeatureExtractor(FeatureSettings settings)
{
    private const ulong Negated = 0x9E3779B97F4A7C15, PairSalt = 0xC2B2AE3D27D4EB4F, TripleSalt = 0x165667B19E3779F9, StemSalt = 0x27D4EB2F165667C5,
        LetterSalt = 0x85EBCA77C2B2AE63, SkipSalt = 0xFF51AFD7ED558CCD;

    /// <summary>Letter runs of longer words say nothing that their beginnings don't.</summary>
    private const int LongestWord = 24;

    public void Extract(TextReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var (list, text) = (reading.Features, reading.Text);
        var tokens = text.Tokens;
        var words = reading.Words;
        list.Clear();
        var covered = 0;
        ulong before = TextHash.Seed, before2 = TextHash.Seed;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var hash = token.Hash;
            if (token.Kind is TokenKind.Punctuation && token.Weight > 1) hash = TextHash.Add(hash, 'x');
            if (covered > 0) covered--;
            else if (words[i].Span > 1) covered = Phrase(tokens, i, words[i].Span, list);
            else list.Add(words[i].Negated ? hash ^ Negated : hash);
            var folded = text.Folded(token);
            var stem = settings.StemLetters > 0 && token.IsWord && folded.Length > settings.StemLetters ? TextHash.Of(folded[..settings.StemLetters]) : hash;
            if (settings.StemLetters > 0 && token.IsWord && words[i].Span < 2 && covered == 0) list.Add((words[i].Negated ? stem ^ Negated : stem) ^ StemSalt);
            if (settings.Pairs && i > 0) list.Add(TextHash.Add(before, stem) ^ PairSalt);
            if (settings.Triples && i > 1) list.Add(TextHash.Add(TextHash.Add(before2, before), stem) ^ TripleSalt);
            if (settings.Skips && i > 1) list.Add(TextHash.Add(before2, stem) ^ SkipSalt);
            (before2, before) = (before, stem);
        }
        list.StartLetters();
        if (settings.LongestRun == 0) return;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsWord) LetterRuns(text.Folded(tokens[i]), list);
        }
    }

    /// <summary>A phrase is one thing: "sorun yok" (no problem) must not count as a problem. Returns how many tokens follow in it.</summary>
    private static int Phrase(ReadOnlySpan<Token> tokens, int at, int span, FeatureList list)
    {
        var hash = tokens[at].Hash;
        for (var n = 1; n < span; n++) hash = TextHash.Add(hash, tokens[at + n].Hash);
        list.Add(hash);
        return span - 1;
    }

    private void LetterRuns(ReadOnlySpan<char> word, FeatureList list)
    {
        Span<char> marked = stackalloc char[LongestWord + 2];
        var length = Math.Min(word.Length, LongestWord);
        marked[0] = '<';
        word[..length].CopyTo(marked[1..]);
        marked[length + 1] = '>';
        marked = marked[..(length + 2)];
        for (var from = 0; from + settings.ShortestRun <= marked.Length; from++)
        {
            var hash = LetterSalt;
            for (var n = 0; n < settings.LongestRun && from + n < marked.Length; n++)
            {
                hash = TextHash.Add(hash, marked[from + n]);
                if (n + 1 >= settings.ShortestRun) list.Add(hash);
            }
        }
    }
}
