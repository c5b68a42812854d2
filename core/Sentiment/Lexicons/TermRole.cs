namespace Crisis.Core.Sentiment.Lexicons;

/// <summary>What a term does to the words around it, beside what it says itself.</summary>
[Flags]
public enum TermRole : byte
{
    None = 0,

    /// <summary>Turns the sense of its neighbours: <c>not, değil, yok</c>.</summary>
    Negator = 1,

    /// <summary>Makes its neighbour stronger: <c>very, çok</c>.</summary>
    Booster = 2,

    /// <summary>Makes its neighbour weaker: <c>slightly, biraz</c>.</summary>
    Dampener = 4,

    /// <summary>What comes after it weighs more: <c>but, ama</c>.</summary>
    Contrast = 8,

    /// <summary>A common word of the language that says nothing of opinion.</summary>
    Stop = 16,

    /// <summary>Short stems marked by hand may take suffixes too; others only from four letters up.</summary>
    Stem = 32,

    /// <summary>A longer term starts with this word.</summary>
    PhraseStart = 64,

    /// <summary>Something that was to be expected and is not there: a negator that speaks for itself when it turns nothing.</summary>
    Unmet = 128,
}
