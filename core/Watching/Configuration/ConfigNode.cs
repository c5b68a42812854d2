using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Crisis.Core.Watching.Configuration;

/// <summary>
/// A node of a YAML file together with where it stands, so that every fault can name file, line and field. Reading a
/// field marks it as known; what is left over at the end is a typing error and gets a suggestion.
/// </summary>
internal sealed class ConfigNode(string file, string field, YamlNode node, List<ConfigFault> faults)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);
    private readonly HashSet<string> known = [];

    public int Line => (int)node.Start.Line;

    public string File => file;

    public bool IsMapping => node is YamlMappingNode;

    public bool IsSequence => node is YamlSequenceNode;

    public bool IsNothing => node is YamlScalarNode { Value: null or "" or "~" or "null", Style: not (YamlDotNet.Core.ScalarStyle.DoubleQuoted or YamlDotNet.Core.ScalarStyle.SingleQuoted) };

    public void Fault(string what, string remedy) => faults.Add(new ConfigFault(file, Line, field.Length == 0 ? "(file)" : field, what, remedy));

    public ConfigNode? Field(string name)
    {
        known.Add(name);
        if (node is not YamlMappingNode mapping) return null;
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode scalar && scalar.Value == name)
            {
                return new ConfigNode(file, field.Length == 0 ? name : $"{field}.{name}", value, faults) is { IsNothing: false } child ? child : null;
            }
        }

        return null;
    }

    public ConfigNode? Required(string name)
    {
        var child = Field(name);
        if (child is null) Fault($"the field '{name}' is missing.", $"Add '{name}: …'.");
        return child;
    }

    public string Text()
    {
        if (node is YamlScalarNode { Value: { } value }) return value;
        Fault("a text is expected here.", "Write a single value, not a list or a group.");
        return "";
    }

    public double? Number()
    {
        if (node is YamlScalarNode scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Fault($"'{node}' is not a number.", "Write a number such as 4 or 1.5.");
        return null;
    }

    public TimeSpan? Duration()
    {
        if (node is YamlScalarNode { Value: { } value } && ConfigDuration.Parse(value) is { } duration)
        {
            if (duration <= Longest) return duration;
            Fault($"'{value}' is longer than ten years.", "Write a duration that somebody would wait for, such as 30d.");
            return null;
        }

        Fault($"'{node}' is not a duration.", "Write a number with s, m, h or d, such as 90s, 5m, 1h30m or 2d.");
        return null;
    }

    public DateOnly? Date()
    {
        if (node is YamlScalarNode { Value: { } value } && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fault($"'{node}' is not a date.", "Write year-month-day, such as 2026-12-28.");
        return null;
    }

    public T? Choice<T>(IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        var value = Text();
        if (choices.TryGetValue(value, out var found)) return found;
        Fault($"'{value}' is not one of the choices.", Remedy(value, choices.Keys));
        return null;
    }

    /// <summary>A text that must be one of these; the text as it stands in any case.</summary>
    public string OneOf(params IReadOnlyCollection<string> choices)
    {
        var value = Text();
        if (!choices.Contains(value)) Fault($"'{value}' is not one of the choices.", Remedy(value, choices));
        return value;
    }

    private static string Remedy(string value, IEnumerable<string> choices) =>
        Spelling.Nearest(value, choices) is { } nearest ? $"Did you mean '{nearest}'? Choices: {string.Join(", ", choices)}." : $"Write one of: {string.Join(", ", choices)}.";

    public IEnumerable<ConfigNode> Items()
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children.Select((child, i) => new ConfigNode(file, string.Create(CultureInfo.InvariantCulture, $"{field}[{i + 1}]"), child, faults));
        }

        Fault("a list is expected here.", "Write '[a, b]' or one '- a' a line.");
        return [];
    }

    public IReadOnlyList<string> Texts() =>
        node is YamlScalarNode ? [Text()] : [.. Items().Select(item => item.Text().Trim()).Where(text => text.Length > 0)];

    public IEnumerable<(string Name, ConfigNode Value)> Entries()
    {
        if (node is not YamlMappingNode mapping)
        {
            Fault("a group of fields is expected here.", "Write 'name: value' lines below it.");
            yield break;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text : key.ToString();
            known.Add(name);
            yield return (name, new ConfigNode(file, field.Length == 0 ? name : $"{field}.{name}", value, faults));
        }
    }

    /// <summary>Every field that nobody asked for is a fault, with the nearest known name as remedy.</summary>
    public void RejectUnknown()
    {
        if (node is not YamlMappingNode mapping) return;
        foreach (var (key, _) in mapping.Children)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text : key.ToString();
            if (known.Contains(name)) continue;
            var nearest = Spelling.Nearest(name, known);
            faults.Add(new ConfigFault(
                file,
                (int)key.Start.Line,
                field.Length == 0 ? name : $"{field}.{name}",
                $"unknown field '{name}'.",
                nearest is null ? $"Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}." : $"Did you mean '{nearest}'?"));
        }
    }
}
