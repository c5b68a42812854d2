using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crisis.Core.Mentions.Sources.Feed;

/// <summary>What a feed source remembers: the validators of the last complete answer, and the ids that it has seen.</summary>
internal sealed record FeedCursor
{
    /// <summary>14,700 characters of cursor at most.</summary>
    private const int Capacity = 2_200;

    [JsonPropertyName("e")]
    public string? ETag { get; init; }

    [JsonPropertyName("l")]
    public string? LastModified { get; init; }

    [JsonPropertyName("s")]
    public string? Seen { get; init; }

    public static FeedCursor Read(string? text)
    {
        try
        {
            return text is null ? new() : JsonSerializer.Deserialize<FeedCursor>(text, CrisisJson.Options) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public RecentIds SeenIds() => RecentIds.Read(Seen, Capacity);

    public string Write() => JsonSerializer.Serialize(this, CrisisJson.Options);
}
