namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// A text cut into tokens. Made to be used again for the next text without new memory: not safe for two threads at once.
/// </summary>
public sealed class TokenisedText
{
    private char[] folded = new char[512];
    private Token[] tokens = new Token[128];
    private int foldedLength;

    /// <summary>The tokens in order of the text.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>The folded form of a token: lower case, no diacritics, no apostrophes, letters at most twice in a row.</summary>
    public ReadOnlySpan<char> Folded(in Token token) => folded.AsSpan(token.FoldedStart, token.FoldedLength);

    internal int FoldedLength => foldedLength;

    internal void Clear() => (Count, foldedLength) = (0, 0);

    internal void Append(char c)
    {
        if (foldedLength == folded.Length) Array.Resize(ref folded, folded.Length * 2);
        folded[foldedLength++] = c;
    }

    /// <summary>Closes a token whose folded form is everything appended since <paramref name="foldedStart"/>.</summary>
    internal void Close(TokenKind kind, TokenTraits traits, int start, int end, int foldedStart, int weight = 0)
    {
        if (Count == tokens.Length) Array.Resize(ref tokens, tokens.Length * 2);
        var length = foldedLength - foldedStart;
        tokens[Count++] = new Token(kind, traits, start, end - start, foldedStart, length, weight, TextHash.Of(folded.AsSpan(foldedStart, length)));
    }

    /// <summary>Gives a token another folded form of at most the same length (an elongated word cut to single letters).</summary>
    internal void Rewrite(int index, ReadOnlySpan<char> form)
    {
        ref var token = ref tokens[index];
        form.CopyTo(folded.AsSpan(token.FoldedStart));
        token = token with { FoldedLength = form.Length, Hash = TextHash.Of(form) };
    }
}
