using System.Text.Json;
using Crisis.Core.Mentions.Sources;

namespace Crisis.Local.Sources;

/// <summary>A field of a JSON row as the text that a CSV column would hold.</summary>
internal static class JsonText
{
    public static string? Of(JsonElement row, string name)
    {
        var found = row.At(name);
        return found.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => found.Text(),
        };
    }
}
