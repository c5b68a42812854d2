using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>
/// Makes a mention of named text fields, as a mentions file and a push have them. <paramref name="value"/> gives a
/// field's text, or null when it is not there.
/// </summary>
public sealed class MentionFields(Func<string, string?> value)
{
    /// <summary>The fields of a mention.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "id", "created_at", "text", "author", "handle", "followers", "verified", "source", "lang", "url", "watch",
        "reply_to", "quote_of", "own", "likes", "reposts", "replies",
    ];

    public string? Watch => Field("watch");

    /// <param name="source">Source of rows that name none.</param>
    /// <param name="fallbackId">Names the row, for rows without an id.</param>
    /// <exception cref="FormatException">A required field is missing or unreadable; the message names it.</exception>
    public Mention Read(string source, string fallbackId)
    {
        var text = value("text") ?? throw new FormatException("'text' is missing.");
        var created = Field("created_at") ?? throw new FormatException("'created_at' is missing.");
        var at = UtcTime.Parse(created) ?? throw new FormatException($"created_at: '{created}' is not an ISO 8601 time.");
        return new Mention
        {
            Source = Field("source")?.ToLowerInvariant() ?? source,
            Id = Field("id") ?? $"{fallbackId}|{Print(created + text)}",
            Text = PlainText.Clean(text.Trim()),
            CreatedAt = at,
            Language = Field("lang") is { Length: >= 2 } lang && lang is not "und" ? lang[..2].ToLowerInvariant() : null,
            Author = new MentionAuthor(Field("author") ?? Field("handle"), Field("handle") ?? Field("author"), Field("followers") is null ? null : Number("followers"), Flag("verified")),
            Url = Field("url"),
            ReplyTo = Field("reply_to"),
            QuoteOf = Field("quote_of"),
            Own = Flag("own"),
            Engagement = new Engagement(Number("likes"), Number("reposts"), Number("replies")),
        };
    }

    /// <summary>A label as a labelled file has it; null when it is none.</summary>
    public static SentimentLabel? Label(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "positive" => SentimentLabel.Positive,
        "negative" => SentimentLabel.Negative,
        "neutral" => SentimentLabel.Neutral,
        _ => null,
    };

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    private string? Field(string name) => value(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private int Number(string name) =>
        double.TryParse(Field(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, 0, int.MaxValue) : 0;

    private bool Flag(string name) => Field(name) is { } text && (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}
