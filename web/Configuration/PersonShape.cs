using System.Globalization;
using Crisis.Core.Response;
using Crisis.Web.Decisions;
using Crisis.Web.Language;

namespace Crisis.Web.Configuration;

/// <summary>A person of a team's roster.</summary>
internal sealed class PersonShape : IConfigShape
{
    public string Sort => "person";
    public string Room => "teams";
    public string Key => "people";

    public IReadOnlyList<ConfigItemField> Fields(IReadOnlyDictionary<string, string> values, IReadOnlyList<IReadOnlyDictionary<string, string>> all, Words words)
    {
        string Value(string name) => values.GetValueOrDefault(name, "");
        var others = all.Where(p => p.GetValueOrDefault("id") != Value("id")).Select(p => new DecisionOption(p.GetValueOrDefault("id", ""), p.GetValueOrDefault("name") ?? p.GetValueOrDefault("id", "")));
        return
        [
            new("id") { Value = Value("id"), Required = true },
            new("name") { Value = Value("name"), Required = true },
            new("roles") { Value = Value("roles") },
            new("language", ConfigItemFieldKind.Choice) { Value = Value("language") is { Length: > 0 } language ? language : "tr", Options = [new("tr", "Türkçe"), new("en", "English")] },
            new("email", ConfigItemFieldKind.Mail) { Value = Value("email") },
            new("phone", ConfigItemFieldKind.Phone) { Value = Value("phone") },
            new("hours") { Value = Value("hours") },
            new("standIn", ConfigItemFieldKind.Choice) { Value = Value("standIn"), Options = [new("", words["item.nobody"]), .. others] },
            new("away", ConfigItemFieldKind.Lines) { Value = Value("away") },
        ];
    }

    public IReadOnlyDictionary<string, string> Check(IReadOnlyDictionary<string, string> values, Words words)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (values.GetValueOrDefault("hours") is { Length: > 0 } hours && !WorkingHours.TryParse(hours, out _)) faults["hours"] = words["item.hours-fault"];
        if (values.GetValueOrDefault("phone") is { Length: > 0 } phone && phone.Count(char.IsAsciiDigit) < 7) faults["phone"] = words["item.phone-fault"];
        foreach (var line in Lines(values))
        {
            var days = line.Split((char[])[' ', '–'], StringSplitOptions.RemoveEmptyEntries);
            if (days.Length is 0 or > 2 || days.Any(d => !DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) || string.CompareOrdinal(days[0], days[^1]) > 0)
                faults["away"] = words["item.away-fault"];
        }

        return faults;
    }

    public string Yaml(IReadOnlyDictionary<string, string> values)
    {
        string One(string name) => YamlText.Of(values.GetValueOrDefault(name));
        var away = Lines(values).Select(l => l.Split((char[])[' ', '–'], StringSplitOptions.RemoveEmptyEntries)).Select(d => $"{{ from: {YamlText.Of(d[0])}, to: {YamlText.Of(d[^1])} }}").ToList();
        return YamlText.Group(
        [
            ("id", One("id")), ("name", One("name")), ("roles", YamlText.List(values.GetValueOrDefault("roles"))), ("language", One("language")),
            ("email", One("email")), ("phone", One("phone")), ("hours", One("hours")), ("standIn", One("standIn")),
            ("away", away.Count == 0 ? "" : $"[{string.Join(", ", away)}]"),
        ]);
    }

    public string NameOf(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault("name") is { Length: > 0 } name ? name : values.GetValueOrDefault("id", "");

    public string? FieldOf(string what) =>
        what.Contains("stand-in", StringComparison.Ordinal) ? "standIn" : what.Contains(" id", StringComparison.Ordinal) || what.Contains("'id'", StringComparison.Ordinal) ? "id" : null;

    private static string[] Lines(IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault("away", "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
