namespace Crisis.Core.Sentiment.Text;

/// <summary>How a token was written, which folding takes away.</summary>
[Flags]
public enum TokenTraits : byte
{
    None = 0,

    /// <summary>At least two letters, all capitals.</summary>
    AllCaps = 1,

    /// <summary>A letter three or more times in a row, as in <c>çoook</c>; the folded form keeps two of them.</summary>
    Elongated = 2,

    /// <summary>The first letter is a capital.</summary>
    Capitalised = 4,

    /// <summary>Has a letter that Turkish has and English has not.</summary>
    TurkishLetter = 8,

    /// <summary>Written in a script other than Latin.</summary>
    OtherScript = 16,
}
