using Crisis.Core.Sentiment.Lexicons;
using Crisis.Core.Sentiment.Text;
using static Crisis.Core.Sentiment.Rules.ToneFeatures;

namespace Crisis.Core.Sentiment.Rules;

/// <summary>Sums a reading up in the numbers of <see cref="ToneFeatures"/>.</summary>
public static class ToneSummary
{
    public static void Fill(TextReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var tone = reading.Tone;
        var tokens = reading.Text.Tokens;
        var words = reading.Words;
        float mainUp = 0, mainDown = 0, secondUp = 0, secondDown = 0, first = 0, last = 0;
        var (ups, downs, letters, capitals) = (0, 0, 0, 0);
        var lastClause = words.Length == 0 ? 0 : words[^1].Clause;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var word = ref words[i];
            ref readonly var token = ref tokens[i];
            var main = token.Kind is TokenKind.Emoticon ? Mood(reading.Text.Folded(token)[1], tone) : word.Main;
            if (main > 0) { mainUp += main; ups++; tone[StrongestPositive] = Math.Max(tone[StrongestPositive], main / 4); }
            else if (main < 0) { mainDown -= main; downs++; tone[StrongestNegative] = Math.Max(tone[StrongestNegative], -main / 4); }
            if (word.Second > 0) secondUp += word.Second; else secondDown -= word.Second;
            if (main != 0) tone[Last] = Math.Clamp(main / 4, -1, 1);
            if (word.Clause == 0) first += main;
            if (word.Clause == lastClause) last += main;
            if (word.Term.Is(TermRole.Negator) || (word.Span > 0 && word.Negated)) tone[Negations] += 0.33f;
            if (word.Term.Is(TermRole.Contrast)) tone[ToneFeatures.Contrast] = 1;
            if (word.Term.Is(TermRole.Booster)) tone[Boosters] += 0.33f;
            Count(token, reading.Text.Folded(token), tone, ref letters, ref capitals);
        }
        tone[Bias] = 1;
        tone[MainPositive] = Root(mainUp);
        tone[MainNegative] = Root(mainDown);
        tone[MainCompound] = Compound(mainUp - mainDown);
        tone[SecondPositive] = Root(secondUp);
        tone[SecondNegative] = Root(secondDown);
        tone[SecondCompound] = Compound(secondUp - secondDown);
        tone[Positives] = Math.Min(ups, 4) / 4f;
        tone[Negatives] = Math.Min(downs, 4) / 4f;
        tone[Capitals] = letters > 0 ? (float)capitals / letters : 0;
        tone[Length] = Math.Min(tokens.Length, 40) / 40f;
        tone[NothingFound] = ups + downs == 0 ? 1 : 0;
        tone[MainMean] = ups + downs > 0 ? Math.Clamp((mainUp - mainDown) / (4 * (ups + downs)), -1, 1) : 0;
        tone[Clash] = Math.Min(1, Math.Min(mainUp, mainDown) / 3);
        tone[FirstClause] = Compound(first);
        tone[LastClause] = Compound(last);
        foreach (var counted in (ReadOnlySpan<int>)[Exclamation, Question, Elongated, Hashtags, Links, Handles, Negations, Quotes, Ellipsis, Number, Laughter, Boosters, EmoticonPositive, EmoticonNegative])
            tone[counted] = Math.Min(1, tone[counted]);
    }

    private static void Count(in Token token, ReadOnlySpan<char> folded, float[] tone, ref int words, ref int capitals)
    {
        switch (token.Kind)
        {
            case TokenKind.Word or TokenKind.Hashtag:
                words++;
                if (token.Has(TokenTraits.AllCaps)) capitals++;
                if (token.Has(TokenTraits.Elongated)) tone[Elongated] += 0.5f;
                if (token.Kind is TokenKind.Hashtag) tone[Hashtags] += 0.33f;
                if (folded.StartsWith("haha") || folded.StartsWith("ahah") || folded is "lol" or "lmao" or "sjsj" or "jdkd" or "random" or "xd") tone[Laughter] += 0.5f;
                break;
            case TokenKind.Punctuation when folded[0] is '!': tone[Exclamation] += 0.25f * Math.Min(4, token.Weight); break;
            case TokenKind.Punctuation when folded[0] is '?': tone[Question] += 0.4f * Math.Min(2, token.Weight); break;
            case TokenKind.Punctuation when folded[0] is '"' or '“' or '”': tone[Quotes] += 0.5f; break;
            case TokenKind.Punctuation when folded[0] is '…' || (folded[0] is '.' && token.Weight > 1): tone[Ellipsis] += 0.5f; break;
            case TokenKind.Link: tone[Links] += 0.5f; break;
            case TokenKind.Handle: tone[Handles] += 0.33f; break;
            case TokenKind.Number: tone[Number] += 0.33f; break;
        }
    }

    private static float Mood(char mood, float[] tone)
    {
        var score = mood switch { '+' => 2.2f, '3' => 3f, 'p' => 1.5f, '-' => -2.2f, '~' => -1.3f, _ => 0f };
        if (score > 0) tone[EmoticonPositive] += 0.5f;
        else if (score < 0) tone[EmoticonNegative] += 0.5f;
        return score;
    }

    private static float Root(float sum) => MathF.Min(2, MathF.Sqrt(sum / 4));

    /// <summary>VADER's squashing of a sum into -1 … 1.</summary>
    private static float Compound(float sum) => sum / MathF.Sqrt(sum * sum + 15);
}
