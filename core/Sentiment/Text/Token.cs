namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// One token: where it stands in the source text and where its folded form stands in <see cref="TokenisedText.Folded"/>.
/// <see cref="Weight"/> is the number of repeats of an emoticon's mouth or of a punctuation mark, the code point of
/// an emoji, else 0. <see cref="Hash"/> is of the folded form, see <see cref="TextHash"/>.
/// </summary>
public readonly record struct Token(TokenKind Kind, TokenTraits Traits, int Start, int Length, int FoldedStart, int FoldedLength, int Weight, ulong Hash)
{
    public bool Has(TokenTraits trait) => (Traits & trait) != 0;

    /// <summary>True for what can carry a meaning by its letters: words and hashtags.</summary>
    public bool IsWord => Kind is TokenKind.Word or TokenKind.Hashtag;
}
