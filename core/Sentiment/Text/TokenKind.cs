namespace Crisis.Core.Sentiment.Text;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    Word,
    Number,
    Hashtag,
    Handle,
    Link,
    Emoji,
    Emoticon,
    Punctuation,
}
