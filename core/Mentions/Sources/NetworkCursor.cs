using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crisis.Core.Mentions.Sources;

/// <summary>All that a network source remembers between calls. Written as JSON, under 16,000 characters.</summary>
internal sealed class NetworkCursor
{
    /// <summary>The stream whose turn it is; null at the beginning of a round.</summary>
    [JsonPropertyName("at")]
    public string? At { get; set; }

    [JsonPropertyName("st")]
    public Dictionary<string, StreamState> Streams { get; set; } = [];

    /// <summary>What answers taught, such as account ids.</summary>
    [JsonPropertyName("kn")]
    public Dictionary<string, string> Known { get; set; } = [];

    [JsonPropertyName("se")]
    public string? SeenText { get; set; }

    [JsonPropertyName("sf")]
    public long SeenFloor { get; set; }

    [JsonPropertyName("ed")]
    public string? EdgeText { get; set; }

    /// <summary>Mentions that are looked up again from time to time.</summary>
    [JsonPropertyName("w")]
    public List<WatchedMention> Watched { get; set; } = [];

    /// <summary>When they are due again, Unix ms.</summary>
    [JsonPropertyName("wn")]
    public long WatchedNext { get; set; }

    /// <summary>Streams of this round that failed for good, and that answered.</summary>
    [JsonPropertyName("bad")]
    public int Bad { get; set; }

    [JsonPropertyName("ok")]
    public int Good { get; set; }

    /// <summary>Why the last of those that failed did.</summary>
    [JsonPropertyName("why")]
    public string? Why { get; set; }

    [JsonPropertyName("wk")]
    public SourceFailure? WhyKind { get; set; }

    [JsonIgnore]
    public RecentMentions Seen { get; private set; } = new();

    /// <summary>The last ids of the walk under way: lists that shift while they are paged show them twice.</summary>
    [JsonIgnore]
    public RecentIds Edge { get; private set; } = new(EdgeSize);

    private const int EdgeSize = 150;
    private const int Longest = 16_000;

    public StreamState Of(NetworkStream stream)
    {
        var key = KeyOf(stream);
        if (!Streams.TryGetValue(key, out var state)) Streams[key] = state = new StreamState();
        return state;
    }

    /// <summary>Short, since many terms must fit.</summary>
    public static string KeyOf(NetworkStream stream) => RecentIds.Hash(stream.Key).ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Drops what belongs to streams that are no longer configured.</summary>
    public void Keep(IEnumerable<NetworkStream> streams)
    {
        var keys = streams.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var key in Streams.Keys.Where(k => !keys.Contains(k)).ToList()) Streams.Remove(key);
    }

    /// <summary>A cursor that can't be read (another version's) begins anew: repeats are told apart by the store.</summary>
    public static NetworkCursor Read(string? text)
    {
        NetworkCursor cursor;
        try
        {
            cursor = text is null ? new() : JsonSerializer.Deserialize<NetworkCursor>(text, CrisisJson.Options) ?? new();
            cursor.Seen = RecentMentions.Read(cursor.SeenText, cursor.SeenFloor);
            cursor.Edge = RecentIds.Read(cursor.EdgeText, EdgeSize);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            cursor = new();
        }

        return cursor;
    }

    public string Write()
    {
        SeenText = Seen.Write();
        SeenFloor = Seen.Floor;
        EdgeText = Edge.Count == 0 ? null : Edge.Write();
        var text = JsonSerializer.Serialize(this, CrisisJson.Options);
        while (text.Length > Longest && Watched.Count > 0)
        {
            Watched.RemoveRange(Watched.Count / 2, Watched.Count - (Watched.Count / 2));
            text = JsonSerializer.Serialize(this, CrisisJson.Options);
        }

        return text;
    }
}
