using System.Text.Json;
using System.Text.Json.Serialization;
using Crisis.Core;

namespace Crisis.Local.Sources;

/// <summary>How far each file has been read.</summary>
internal sealed class FileCursor
{
    private const int MostFiles = 120;

    /// <summary>Rows older than this (Unix ms) are left out: where the first pull was told to begin.</summary>
    [JsonPropertyName("s")]
    public long Since { get; set; }

    /// <summary>By file name.</summary>
    [JsonPropertyName("f")]
    public Dictionary<string, FilePlace> Files { get; set; } = [];

    /// <summary>Files last written before this (UTC ticks) and not among <see cref="Files"/> were read and forgotten.</summary>
    [JsonPropertyName("c")]
    public long Cut { get; set; }

    public static FileCursor Read(string? text, DateTimeOffset since)
    {
        try
        {
            if (text is not null && JsonSerializer.Deserialize<FileCursor>(text, CrisisJson.Options) is { } cursor) return cursor;
        }
        catch (JsonException)
        {
            // Another version's: begin anew; the store tells repeats apart.
        }

        return new FileCursor { Since = since.ToUnixTimeMilliseconds() };
    }

    public string Write()
    {
        foreach (var (name, place) in Files.OrderByDescending(f => f.Value.Written).Skip(MostFiles).ToList())
        {
            Files.Remove(name);
            Cut = Math.Max(Cut, place.Written);
        }

        return JsonSerializer.Serialize(this, CrisisJson.Options);
    }
}
