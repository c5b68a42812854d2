using Crisis.Core.Sentiment.Lexicons;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Rules;

/// <summary>
/// Reads a tokenised text by rules: finds the terms of the lexicon, and what negation, intensifiers, contrast, capitals
/// and elongation do to them. The constants are those of VADER (Hutto and Gilbert 2014) where VADER has the rule.
/// </summary>
public sealed class ToneRules(Lexicon lexicon, bool negationFollows)
{
    /// <summary>A negated word keeps its distance from nothing, but less: "not great" is milder than "awful".</summary>
    private const float Turned = -0.74f;
    private const float Boost = 0.293f;
    private const float Capitals = 0.733f;
    private const float BeforeContrast = 0.6f;
    private const float AfterContrast = 1.4f;

    /// <summary>How many tokens a negation reaches; so near must be what a verb of its own turns.</summary>
    private const int Reach = 3, UnmetReach = 2;

    /// <summary>Score of what is not done, when it says no more.</summary>
    private const float UnmetScore = -1.5f;

    /// <summary>Fills <paramref name="reading"/> from its tokens.</summary>
    public void Read(TextReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        reading.Reset();
        FindTerms(reading);
        Negate(reading);
        Weigh(reading);
    }

    private void FindTerms(TextReading reading)
    {
        var text = reading.Text;
        var tokens = text.Tokens;
        var words = reading.Words;
        var clause = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i].Clause = clause;
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Punctuation && text.Folded(token)[0] is '.' or ',' or ';' or '!' or '?' or ':' or '…' or '-' or '–') words[i].Clause = clause++;
            if (token.Kind is not (TokenKind.Word or TokenKind.Hashtag or TokenKind.Emoji)) continue;
            if (!lexicon.TryFind(text, i, out var term, out var span, out var turned) && !(token.Has(TokenTraits.Elongated) && TrySqueezed(text, i, out term, out span, out turned))) continue;
            if (term.Is(TermRole.Contrast)) clause++;
            words[i] = new TokenReading { Term = term, Span = span, Clause = clause, Negated = turned };
            reading.KnownWords += span;
            for (var n = 1; n < span; n++) words[i + n].Clause = clause;
            i += span - 1;
        }
    }

    /// <summary>"çoook" is kept as "cook"; when no list knows that, it is read as "cok".</summary>
    private bool TrySqueezed(TokenisedText text, int at, out Term term, out int span, out bool turned)
    {
        var word = text.Folded(text.Tokens[at]);
        Span<char> original = stackalloc char[Math.Min(word.Length, 64)];
        Span<char> single = stackalloc char[original.Length];
        word[..original.Length].CopyTo(original);
        var length = 0;
        foreach (var c in original)
        {
            if (length == 0 || single[length - 1] != c) single[length++] = c;
        }
        text.Rewrite(at, single[..length]);
        if (lexicon.TryFind(text, at, out term, out span, out turned)) return true;
        text.Rewrite(at, original);
        return false;
    }

    private void Negate(TextReading reading)
    {
        var words = reading.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].Term.Is(TermRole.Negator)) continue;
            var unmet = words[i].Term.Is(TermRole.Unmet);
            var (reach, turns) = (unmet ? UnmetReach : Reach, false);
            var step = negationFollows ? -1 : 1;
            var from = negationFollows ? i - 1 : i + words[i].Span;
            for (int n = 0, at = from; n < reach && at >= 0 && at < words.Length && words[at].Clause == words[i].Clause; n++, at += step)
            {
                if (words[at].Term.Is(TermRole.Negator)) break;
                words[at].Negated = !words[at].Negated;
                turns |= words[at].Term.HasScore;
                // In Turkish the negation belongs to the nearest thing that can be negated.
                if (negationFollows && words[at].Term.HasScore) break;
            }

            if (unmet && !turns) words[i].Term = words[i].Term with { Main = UnmetScore };
        }
    }

    private static void Weigh(TextReading reading)
    {
        var words = reading.Words;
        var tokens = reading.Text.Tokens;
        var contrast = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Term.Is(TermRole.Contrast)) contrast = i;
        }
        for (var i = 0; i < words.Length; i++)
        {
            ref var word = ref words[i];
            if (!word.Term.HasScore) continue;
            var strength = 1f;
            for (var back = 1; back <= 2 && i - back >= 0 && words[i - back].Clause == word.Clause; back++)
            {
                if (words[i - back].Term.Is(TermRole.Booster)) strength += Boost / back;
                else if (words[i - back].Term.Is(TermRole.Dampener)) strength -= Boost / back;
            }
            if (tokens[i].Has(TokenTraits.AllCaps) && tokens[i].Length > 2) strength += Capitals / 3;
            if (tokens[i].Has(TokenTraits.Elongated)) strength += Boost;
            if (contrast >= 0) strength *= i < contrast ? BeforeContrast : AfterContrast;
            if (word.Negated) strength *= Turned;
            word.Main = word.Term.Main * strength;
            word.Second = word.Term.Second * strength;
        }
    }
}
