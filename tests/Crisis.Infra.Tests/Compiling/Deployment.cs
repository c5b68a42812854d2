using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crisis.Infra.Tests.Compiling;

/// <summary>A resolved deployment.</summary>
internal sealed class Deployment(string text)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private readonly JsonElement _root = JsonDocument.Parse(text).RootElement;

    /// <summary>With the fields of each object in order of name: the compiler gives some in another order each time.</summary>
    public string Text { get; } = Sorted(JsonNode.Parse(text))!.ToJsonString(Layout);

    public IEnumerable<JsonElement> Resources => _root.GetProperty("predictedResources").EnumerateArray();

    public IEnumerable<JsonElement> OfType(string type) =>
        Resources.Where(r => string.Equals(r.GetProperty("type").GetString(), type, StringComparison.OrdinalIgnoreCase));

    public JsonElement Properties(string type) => OfType(type).Single().GetProperty("properties");

    public JsonElement SiteConfig(string name) => OfType("Microsoft.Web/sites/config")
        .Single(r => r.GetProperty("name").GetString()!.EndsWith("/" + name, StringComparison.Ordinal)).GetProperty("properties");

    /// <summary>The settings that the app gets, with their values or the expressions that give them.</summary>
    public Dictionary<string, string> Settings => SiteConfig("appsettings").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, Sorted(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
