namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// Says whether the rest of a word after a stem can be Turkish inflection, so that <c>kargom, kargonuz, kargocular</c>
/// are all <c>kargo</c> while <c>ara</c> is not found in <c>arabesk</c>. Works on folded text, where vowel harmony leaves
/// two forms of each suffix; order is not checked, which tolerates how people write.
/// </summary>
public static class TurkishSuffixes
{
    private static readonly HashSet<string> Pieces =
    [
        // nouns: plural, possession, case, derivation
        "lar", "ler", "im", "um", "in", "un", "i", "u", "si", "su", "imiz", "umuz", "miz", "muz", "iniz", "unuz", "niz", "nuz", "m", "n",
        "a", "e", "ya", "ye", "na", "ne", "yi", "yu", "ni", "nu", "da", "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "ndan", "nden",
        "nin", "nun", "la", "le", "yla", "yle", "li", "lu", "siz", "suz", "lik", "luk", "ligi", "lugu", "lig", "lug", "ci", "cu", "ca", "ce", "cik", "cuk",
        "ki", "kiler", "dir", "dur", "tir", "tur", "di", "du", "ti", "tu", "ydi", "ydu", "mis", "mus", "ymis", "ymus", "sa", "se", "ysa", "yse", "ken", "yken",
        "sin", "sun", "siniz", "sunuz", "yim", "yum", "yiz", "yuz", "iz", "uz", "k", "imsi", "cilik", "culuk",
        // verbs
        "iyor", "uyor", "yor", "iyo", "uyo", "yo", "ecek", "acak", "eceg", "acag", "yecek", "yacak", "yeceg", "yacag", "er", "ar", "ir", "ur", "r",
        "meli", "mali", "ip", "up", "yip", "yup", "erek", "arak", "yerek", "yarak", "en", "an", "yen", "yan", "dik", "duk", "tik", "tuk", "dig", "dug", "tig", "tug",
        "me", "ma", "mi", "mu", "mek", "mak", "il", "ul", "is", "us", "t", "ebil", "abil", "yebil", "yabil", "ince", "unca", "inca", "z",
        "dim", "dum", "tim", "tum", "cem", "cam", "elim", "alim", "yelim", "yalim", "in", "sana", "sene", "les", "las", "len", "lan", "let", "lat",
    ];

    private const int LongestPiece = 5;

    /// <summary>Longer rests are not looked at: two words run together, or noise.</summary>
    private const int LongestRest = 16;

    /// <summary>True for the empty rest and for rests that fall into known suffixes without remainder.</summary>
    public static bool IsInflection(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0) return true;
        if (rest.Length > LongestRest) return false;
        var pieces = Pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        // Bit n is set when the first n letters fall into suffixes.
        uint reached = 1;
        for (var from = 0; from < rest.Length; from++)
        {
            if ((reached >> from & 1) == 0) continue;
            for (var length = 1; length <= LongestPiece && from + length <= rest.Length; length++)
            {
                if (pieces.Contains(rest.Slice(from, length))) reached |= 1u << (from + length);
            }
        }
        return (reached >> rest.Length & 1) != 0;
    }
}
