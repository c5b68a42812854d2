using System.Text.Json;

namespace Crisis.Infra.Tests.Compiling;

/// <summary>A resolved deployment.</summary>
internal sealed class Deployment(string text)
{
    private readonly JsonElement _root = JsonDocument.Parse(text).RootElement;

    public string Text => text;

    public IEnumerable<JsonElement> Resources => _root.GetProperty("predictedResources").EnumerateArray();

    public IEnumerable<JsonElement> OfType(string type) =>
        Resources.Where(r => string.Equals(r.GetProperty("type").GetString(), type, StringComparison.OrdinalIgnoreCase));

    public JsonElement Properties(string type) => OfType(type).Single().GetProperty("properties");

    public JsonElement SiteConfig(string name) => OfType("Microsoft.Web/sites/config")
        .Single(r => r.GetProperty("name").GetString()!.EndsWith("/" + name, StringComparison.Ordinal)).GetProperty("properties");

    /// <summary>The settings that the app gets, with their values or the expressions that give them.</summary>
    public Dictionary<string, string> Settings => SiteConfig("appsettings").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
}
