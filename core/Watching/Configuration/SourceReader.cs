using System.Globalization;
using Crisis.Core.Mentions;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads one entry of a watch's <c>sources</c>; the source type itself judges its own fields.</summary>
internal static class SourceReader
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    public static SourceSettings? Read(ConfigNode node, IReadOnlyDictionary<string, ISourceFactory> factories, List<SourceSettings> before)
    {
        if (!node.IsMapping)
        {
            node.Fault("a source is a group of fields.", "Write '- { type: feed, url: \"https://…\" }'.");
            return null;
        }

        if (node.Required("type") is not { } typeNode) return null;
        var type = typeNode.Text();
        var number = before.Count(other => other.Type == type) + 1;
        var settings = new SourceSettings(type)
        {
            Id = node.Field("id")?.Text() ?? (number == 1 ? type : string.Create(CultureInfo.InvariantCulture, $"{type}-{number}")),
            Every = ReadEvery(node),
            Fields = node.Entries()
                .Where(entry => entry.Name is not ("type" or "id" or "every"))
                .ToDictionary(entry => entry.Name, entry => entry.Value.IsSequence ? string.Join('\n', entry.Value.Texts()) : entry.Value.Text()),
        };
        if (before.Any(other => other.Id == settings.Id)) node.Fault($"another source of this watch is already called '{settings.Id}'.", "Give each its own 'id'.");
        if (factories.Count == 0) return settings;
        if (!factories.TryGetValue(type, out var factory))
        {
            typeNode.Fault(
                $"no source is called '{type}'.",
                Spelling.Nearest(type, factories.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {string.Join(", ", factories.Keys.Order(StringComparer.Ordinal))}.");
            return settings;
        }

        foreach (var fault in factory.Check(settings))
        {
            var what = fault.What.EndsWith('.') ? fault.What : fault.What + ".";
            if (node.Field(fault.Where) is { } field) field.Fault(what, fault.Remedy);
            else node.Fault($"'{fault.Where}' {what}", fault.Remedy);
        }

        return settings;
    }

    private static TimeSpan ReadEvery(ConfigNode node)
    {
        if (node.Field("every") is not { } every) return TimeSpan.FromMinutes(5);
        var duration = every.Duration() ?? TimeSpan.FromMinutes(5);
        if (duration < Shortest) every.Fault("is shorter than 10 seconds.", "Use 10s or more: sources limit how often they may be asked.");
        return duration;
    }
}
