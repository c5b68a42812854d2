namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// Finds the negation that Turkish puts inside its words: <c>-ma/-me</c> in verbs (<c>gelmedi, çalışmıyor, beğenmem</c>),
/// <c>-ama/-eme</c> for "cannot", and <c>-sız/-siz</c> ("without") in nouns. Works on folded text (<c>mı</c> is <c>mi</c>).
/// </summary>
public static class TurkishNegation
{
    /// <summary>How verbs go on after the negating syllable; the syllable is part of the pattern because vowels melt (<c>gelme+iyor → gelmiyor</c>).</summary>
    private static readonly string[] Patterns =
    [
        "miyor", "muyor", "medi", "madi", "medik", "madik", "memis", "mamis", "mezsin", "mazsin", "mezler", "mazlar", "mezdi", "mazdi",
        "meyecek", "mayacak", "meyeceg", "mayacag", "miycek", "miycak", "micek", "micak", "micam", "micem", "mican", "micez", "micaz",
        "meyiz", "mayiz", "mese", "masa", "meden", "madan", "meyen", "mayan", "meyin", "mayin", "mesin", "masin", "meyi", "mayi",
        "miyo", "muyo", "miyom", "muyom", "memel", "mamal", "meyip", "mayip", "mediler", "madilar", "mezmis", "mazmis", "miyim", "mayim", "meyim",
    ];

    /// <summary>The same, only at the end of a word.</summary>
    private static readonly string[] Endings = ["mez", "maz", "mem", "mam", "meme", "mama", "memesi", "mamasi"];

    /// <summary>Words that look negated and are not.</summary>
    private static readonly HashSet<string> Exceptions =
    [
        "tamam", "namaz", "hamam", "temel", "memede", "mama", "meme", "anlamadan", "madam", "masasi", "temam", "program", "reklam", "selam", "islam",
        "kamaz", "maazmaz", "domesin", "sinemam", "annemem", "memem", "elmasi", "elmasin", "firmasin", "firmasi", "sinemasin", "temasi", "temasin",
        "calismasin", "calismasi", "makinemem", "gomez", "martinez", "odemem", "problemem", "sistemem", "magdurum", "numaramasi", "camasir", "camasi",
    ];

    /// <summary>The length of the stem before the negating syllable, or -1 when the word has none.</summary>
    public static int VerbStem(ReadOnlySpan<char> word)
    {
        if (word.Length < 5 || Exceptions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return -1;
        for (var at = word.Length - 3; at >= 2; at--)
        {
            if (word[at] is not 'm' || word[at + 1] is not ('e' or 'a' or 'i' or 'u')) continue;
            var rest = word[at..];
            foreach (var pattern in Patterns)
            {
                // "-masin" and "-mayi" are also plain verbal nouns; only a finite ending makes them negations.
                if (rest.StartsWith(pattern) && !IsVerbalNoun(rest, pattern)) return Ability(word, at);
            }
            foreach (var ending in Endings)
            {
                if (rest.SequenceEqual(ending)) return Ability(word, at);
            }
        }
        return -1;
    }

    /// <summary>How a finished or lasting "not" goes on after its syllable when it is somebody else who does not.</summary>
    private static readonly string[] Others =
    [
        "di", "diler", "dilar", "diniz", "miyor", "muyor", "miyo", "muyo", "miyorlar", "muyorlar", "miyorsunuz", "muyorsunuz", "miyosunuz", "muyosunuz",
        "mis", "misler", "mislar", "missiniz", "z", "zler", "zlar", "zsiniz",
    ];

    /// <summary>The same of what one is not able to do oneself.</summary>
    private static readonly string[] Mine = ["dim", "dik", "miyorum", "muyorum", "miyoruz", "muyoruz", "miyom", "muyom"];

    /// <summary>
    /// Whether a verb says that others do not do something (<c>açmıyorlar, saymadılar, ilgilenmediniz</c>) or that one cannot
    /// (<c>giremiyorum</c>). What one does not do oneself is no complaint.
    /// </summary>
    public static bool IsUnmet(ReadOnlySpan<char> word)
    {
        if (VerbStem(word) is not (>= 2 and var stem)) return false;
        var rest = word[stem..];
        // "-(y)a-ma-": cannot.
        var able = rest is ['y', 'a' or 'e', ..] ? rest[2..] : rest is ['a' or 'e', 'm', ..] ? rest[1..] : rest;
        var cannot = able.Length < rest.Length;
        // The vowel of the syllable melts before "-iyor": the whole ending is compared there.
        var ending = able is ['m', 'e' or 'a', ..] ? able[2..] : able;
        return Others.Any(ending) || (cannot && Mine.Any(ending));
    }

    private static bool Any(this string[] endings, ReadOnlySpan<char> ending)
    {
        foreach (var one in endings)
        {
            if (ending.SequenceEqual(one)) return true;
        }

        return false;
    }

    /// <summary>The length of the noun before <c>-siz/-suz</c> (and <c>-sizlik</c>), or -1.</summary>
    public static int NounStem(ReadOnlySpan<char> word)
    {
        for (var at = word.Length - 3; at >= 3; at--)
        {
            if (word[at] is 's' && word[at + 1] is 'i' or 'u' && word[at + 2] is 'z' && Follows(word[(at + 3)..])) return at;
        }
        return -1;

        static bool Follows(ReadOnlySpan<char> rest) => rest.Length == 0 || rest.StartsWith("lik") || rest.StartsWith("luk") || rest.StartsWith("ca") || rest.StartsWith("ce")
            || rest is "dir" or "dur" or "di" or "du" or "im" or "um" or "sin" or "sun" or "lar" or "ler" or "mis" or "mus" or "in" or "un";
    }

    private static bool IsVerbalNoun(ReadOnlySpan<char> rest, string pattern) => pattern switch
    {
        "masa" or "mese" => rest.Length > 4 && rest is not ("masam" or "mesem" or "masan" or "mesen" or "masak" or "mesek" or "masalar" or "meseler" or "masaydi" or "meseydi" or "masaniz" or "meseniz"),
        "mesin" or "masin" => rest.Length > 5 && !rest.EndsWith("ler") && !rest.EndsWith("lar"),
        "meyi" or "mayi" => rest is "meyi" or "mayi" or "meyince",
        "meyin" or "mayin" => rest.Length > 5 && rest is not ("meyiniz" or "mayiniz" or "meyince" or "mayinca"),
        _ => false,
    };

    /// <summary>Takes the <c>-(y)a/-(y)e</c> of "cannot" off the stem: <c>yap-a-mı-yor</c>.</summary>
    private static int Ability(ReadOnlySpan<char> word, int at)
    {
        if (at >= 4 && word[at - 1] is 'a' or 'e') return word[at - 2] is 'y' && at >= 5 ? at - 2 : at - 1;
        return at;
    }
}
