using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Sentiment;

namespace Crisis.Local.Sources;

/// <summary>Makes a mention of one row of a mentions file. <paramref name="value"/> gives a column's text, or null when it isn't there.</summary>
internal sealed class MentionRow(MentionColumns columns, Func<string, string?> value)
{
    public string? Watch => Field("watch");

    /// <param name="fallbackId">Names the row within its file, for rows without an id.</param>
    /// <exception cref="FormatException">A required field is missing or unreadable; the message names it.</exception>
    public Mention Read(string fallbackId)
    {
        var text = Field("text", keepEmpty: true) ?? throw new FormatException($"'{columns.Of("text") ?? "text"}' is missing.");
        var created = Field("created_at") ?? throw new FormatException($"'{columns.Of("created_at") ?? "created_at"}' is missing.");
        if (!DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            throw new FormatException($"'{created}' is no ISO 8601 time.");
        return new Mention
        {
            Source = Field("source")?.ToLowerInvariant() ?? "file",
            Id = Field("id") ?? $"{fallbackId}|{Print(created + text)}",
            Text = PlainText.Clean(text),
            CreatedAt = at,
            Language = Field("lang") is { Length: >= 2 } lang && lang is not "und" ? lang[..2].ToLowerInvariant() : null,
            Author = new MentionAuthor(Field("author") ?? Field("handle"), Field("handle") ?? Field("author"), Followers(), Flag("verified")),
            Url = Field("url"),
            ReplyTo = Field("reply_to"),
            QuoteOf = Field("quote_of"),
            Own = Flag("own"),
            Engagement = new Engagement(Number("likes"), Number("reposts"), Number("replies")),
            GivenSentiment = Sentiment(),
        };
    }

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    private string? Field(string name, bool keepEmpty = false) =>
        columns.Of(name) is { } column && value(column) is { } text && (keepEmpty || !string.IsNullOrWhiteSpace(text)) ? text.Trim() : null;

    private int? Followers() => Field("followers") is null ? null : Number("followers");

    private int Number(string name) =>
        double.TryParse(Field(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, 0, int.MaxValue) : 0;

    private bool Flag(string name) => Field(name) is { } text && (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    private SentimentLabel? Sentiment() => columns.Sentiment is null ? null : value(columns.Sentiment)?.Trim().ToLowerInvariant() switch
    {
        "positive" => SentimentLabel.Positive,
        "negative" => SentimentLabel.Negative,
        "neutral" => SentimentLabel.Neutral,
        _ => null,
    };
}
