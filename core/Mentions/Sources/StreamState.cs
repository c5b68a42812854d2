using System.Text.Json.Serialization;

namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// How far one stream has been read. A walk goes from the newest page back to the mark; only when it has got there does
/// its newest become the mark, so a walk that is broken off is gone on with and nothing is skipped. Times are Unix ms.
/// </summary>
internal sealed class StreamState
{
    /// <summary>Everything up to here has been read.</summary>
    [JsonPropertyName("m")]
    public long? Mark { get; set; }

    /// <summary>The newest of the walk under way; becomes the mark at its end.</summary>
    [JsonPropertyName("h")]
    public long? Head { get; set; }

    /// <summary>The walk's next page.</summary>
    [JsonPropertyName("t")]
    public string? Token { get; set; }

    /// <summary>How far back the walk has got.</summary>
    [JsonPropertyName("o")]
    public long? Oldest { get; set; }

    /// <summary>Pages of the walk so far.</summary>
    [JsonPropertyName("p")]
    public int Pages { get; set; }

    /// <summary>How often the walk's token was refused since it last got further.</summary>
    [JsonPropertyName("r")]
    public int Restarts { get; set; }

    /// <summary>A walk that began again at the top has given what is newer than this.</summary>
    [JsonPropertyName("u")]
    public long? Until { get; set; }

    /// <summary>Not to be asked before.</summary>
    [JsonPropertyName("n")]
    public long? NextAt { get; set; }

    [JsonIgnore]
    public bool Walking => Token is not null || Until is not null;

    public void EndWalk(long mark)
    {
        (Mark, Head, Token, Oldest, Until, Pages, Restarts) = (mark, null, null, null, null, 0, 0);
    }
}
