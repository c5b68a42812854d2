using System.Globalization;
using Crisis.Web.Language;

namespace Crisis.Web.Configuration;

/// <summary>A planned event of a watch.</summary>
internal sealed class EventShape : IConfigShape
{
    public string Sort => "event";
    public string Room => "watches";
    public string Key => "plannedEvents";

    public IReadOnlyList<ConfigItemField> Fields(IReadOnlyDictionary<string, string> values, IReadOnlyList<IReadOnlyDictionary<string, string>> all, Words words)
    {
        string Value(string name) => values.GetValueOrDefault(name, "");
        return
        [
            new("name") { Value = Value("name"), Required = true },
            // An instant with its hour, as a file may have it, is no day.
            new("from", Value("from").Length > 10 ? ConfigItemFieldKind.Line : ConfigItemFieldKind.Day) { Value = Value("from"), Required = true },
            new("to", Value("to").Length > 10 ? ConfigItemFieldKind.Line : ConfigItemFieldKind.Day) { Value = Value("to"), Required = true },
            new("hashtags") { Value = Value("hashtags") },
            new("expect", ConfigItemFieldKind.Number) { Value = Value("expect") is { Length: > 0 } expect ? expect : "2", Required = true },
        ];
    }

    public IReadOnlyDictionary<string, string> Check(IReadOnlyDictionary<string, string> values, Words words)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!double.TryParse(values.GetValueOrDefault("expect"), NumberStyles.Float, CultureInfo.InvariantCulture, out var expect) || expect <= 0) faults["expect"] = words["item.expect-fault"];
        return faults;
    }

    public string Yaml(IReadOnlyDictionary<string, string> values)
    {
        string One(string name) => YamlText.Of(values.GetValueOrDefault(name));
        return YamlText.Group([("name", One("name")), ("from", One("from")), ("to", One("to")), ("hashtags", YamlText.List(values.GetValueOrDefault("hashtags"))), ("expect", One("expect"))]);
    }

    public string NameOf(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault("name", "");

    public string? FieldOf(string what) => what.Contains("ends before", StringComparison.Ordinal) ? "to" : null;
}
