namespace Crisis.Core.Sentiment.Text;

/// <summary>Reads emoticons by their build (eyes, nose, mouth) instead of a list, so that <c>:))))</c> needs no entry of its own.</summary>
internal static class Emoticon
{
    public const char Happy = '+', Sad = '-', Playful = 'p', Wry = '~', Loving = '3', Surprised = 'o';

    /// <summary>The length of the emoticon that starts at <paramref name="at"/>, 0 when there is none.</summary>
    public static int Match(ReadOnlySpan<char> text, int at, out char mood, out int repeats)
    {
        mood = default;
        repeats = 1;
        var rest = text[at..];
        if (rest.Length < 2) return 0;
        if (rest.StartsWith("<3")) return Give(Loving, 2, out mood);
        if (rest.StartsWith("</3")) return Give(Sad, 3, out mood);
        if (rest.StartsWith("^_^")) return Give(Happy, 3, out mood);
        if (rest.StartsWith("^^")) return Give(Happy, 2, out mood);
        if (rest.StartsWith("-_-")) return Give(Wry, 3, out mood);
        if (rest[0] is '>' && rest[1] is ':' && rest.Length > 2 && rest[2] is '(') return Give(Sad, 3, out mood);
        if (rest[0] is ':' or ';' or '=') return Upright(text, at, out mood, out repeats);
        var first = at == 0 || char.IsWhiteSpace(text[at - 1]);
        return first && rest[0] is '(' or ')' ? Reversed(rest, out mood) : 0;
    }

    private static int Upright(ReadOnlySpan<char> text, int at, out char mood, out int repeats)
    {
        mood = default;
        repeats = 1;
        var i = at + 1;
        while (i < text.Length && i < at + 3 && text[i] is '-' or '\'' or '’' or '^' or ' ' or ',')
        {
            // ": )" is common in Turkish texts; a blank is only taken before a bracket.
            if (text[i] is ' ' && (i + 1 >= text.Length || text[i + 1] is not (')' or '(') || text[at] is '=')) return 0;
            if (text[i] is ',' && (i + 1 >= text.Length || text[i + 1] is not '(')) return 0;
            i++;
        }
        if (i >= text.Length) return 0;
        var mouth = text[i];
        mood = mouth switch
        {
            ')' or ']' or '}' or 'D' => Happy,
            '(' or '[' or '{' or '@' => Sad,
            '/' or '\\' or '|' or '$' => Wry,
            'p' or 'P' or 'd' => Playful,
            '*' => Loving,
            'o' or 'O' => Surprised,
            's' or 'S' => Wry,
            _ => default,
        };
        if (mood == default) return 0;
        if (mood is Wry && mouth is '/' && i + 1 < text.Length && text[i + 1] is '/') return 0;
        var end = i + 1;
        while (end < text.Length && text[end] == mouth) end++;
        repeats = end - i;
        // A letter as mouth must not be the beginning of a word, nor eyes the end of a time or ratio.
        if (char.IsLetter(mouth) && end < text.Length && char.IsLetterOrDigit(text[end])) return 0;
        if (at > 0 && char.IsDigit(text[at - 1]) && mouth is not (')' or '(')) return 0;
        return end - at;
    }

    private static int Reversed(ReadOnlySpan<char> rest, out char mood)
    {
        mood = default;
        var i = 1;
        if (i < rest.Length && rest[i] is '-') i++;
        if (i >= rest.Length || rest[i] is not (':' or ';' or '=')) return 0;
        return Give(rest[0] is '(' ? Happy : Sad, i + 1, out mood);
    }

    private static int Give(char value, int length, out char mood)
    {
        mood = value;
        return length;
    }
}
