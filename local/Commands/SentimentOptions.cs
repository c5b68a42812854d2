namespace Crisis.Local.Commands;

/// <summary>What <c>crisis sentiment</c> is told: the column with the texts, and their language (<c>tr</c>, <c>en</c> or <c>auto</c>).</summary>
public sealed record SentimentOptions(string Column = "text", string Language = SentimentOptions.Auto)
{
    public const string Auto = "auto";
}
