using System.Text.Json.Serialization;

namespace Crisis.Local.Sources;

/// <summary>
/// A place in a file: byte offset, line, when the file was last written (UTC ticks), and a print of its beginning that
/// tells a file that was replaced from one that grew.
/// </summary>
internal sealed record FilePlace(
    [property: JsonPropertyName("o")] long Offset,
    [property: JsonPropertyName("l")] int Line,
    [property: JsonPropertyName("w")] long Written,
    [property: JsonPropertyName("p")] string Print,
    [property: JsonPropertyName("n")] int PrintLength);
