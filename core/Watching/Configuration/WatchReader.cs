using System.Text.RegularExpressions;
using Crisis.Core.Mentions;

namespace Crisis.Core.Watching.Configuration;

/// <summary>Reads one <c>watches/*.yaml</c>.</summary>
internal static partial class WatchReader
{
    private static readonly Dictionary<string, Sensitivity> Sensitivities = new()
    {
        ["careful"] = Sensitivity.Careful,
        ["balanced"] = Sensitivity.Balanced,
        ["eager"] = Sensitivity.Eager,
    };

    public static Watch Read(ConfigNode root, IReadOnlyDictionary<string, ISourceFactory> sources)
    {
        var id = ReadId(root);
        var zone = ReadZone(root);
        var watch = new Watch
        {
            Id = id,
            Name = root.Field("name")?.Text() ?? id,
            TimeZone = zone.Id,
            Languages = ReadLanguages(root),
            Accounts = ReadAccounts(root.Field("accounts"), sources),
            Terms = root.Field("terms")?.Texts() ?? [],
            Exclude = root.Field("exclude")?.Texts() ?? [],
            Team = root.Field("team")?.Text() ?? "default",
            Sensitivity = root.Field("sensitivity")?.Choice(Sensitivities) ?? Sensitivity.Balanced,
            Sources = ReadSources(root.Field("sources"), sources),
            PlannedEvents = [.. (root.Field("plannedEvents")?.Items() ?? []).Select(node => PlannedEventReader.Read(node, zone))],
            Deadlines = root.Field("deadlines") is { } deadlines ? DeadlinesReader.Read(deadlines) : new Deadlines(),
            SevereWords = ReadSevereWords(root.Field("severeWords")),
        };
        root.RejectUnknown();
        return watch;
    }

    public static bool IsId(string id) => IdPattern().IsMatch(id);

    public static bool IsLanguage(string code) => code.Length == 2 && code.All(char.IsAsciiLetterLower);

    private static string ReadId(ConfigNode root)
    {
        if (root.Required("id") is not { } node) return "";
        var id = node.Text();
        if (!IsId(id)) node.Fault($"'{id}' cannot be an id.", "Use lower-case letters a to z, digits and hyphens, at most 40.");
        return id;
    }

    private static TimeZoneInfo ReadZone(ConfigNode root)
    {
        var node = root.Field("timeZone");
        var name = node?.Text() ?? "Europe/Istanbul";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        node!.Fault($"no time zone is called '{name}'.", "Write an IANA name such as Europe/Istanbul.");
        return TimeZoneInfo.Utc;
    }

    private static IReadOnlyList<string> ReadLanguages(ConfigNode root)
    {
        if (root.Field("languages") is not { } node) return ["tr", "en"];
        var languages = node.Texts();
        foreach (var language in languages.Where(language => !IsLanguage(language)))
        {
            node.Fault($"'{language}' is not a language code.", "Write two-letter codes such as tr or en.");
        }

        return languages.Count > 0 ? languages : ["tr", "en"];
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadLists(ConfigNode? node) =>
        (node?.Entries() ?? []).ToDictionary(entry => entry.Name, entry => entry.Value.Texts());

    private static Dictionary<string, IReadOnlyList<string>> ReadAccounts(ConfigNode? node, IReadOnlyDictionary<string, ISourceFactory> sources)
    {
        foreach (var (name, value) in node?.Entries() ?? [])
        {
            if (sources.Count == 0 || sources.ContainsKey(name)) continue;
            value.Fault($"no source is called '{name}'.", Spelling.Nearest(name, sources.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {string.Join(", ", sources.Keys.Order(StringComparer.Ordinal))}.");
        }

        return ReadLists(node);
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadSevereWords(ConfigNode? node)
    {
        foreach (var (name, value) in node?.Entries() ?? [])
        {
            if (!IsLanguage(name)) value.Fault($"'{name}' is not a language code.", "Write two-letter codes such as tr or en, each with its words.");
        }

        return ReadLists(node);
    }

    private static List<SourceSettings> ReadSources(ConfigNode? node, IReadOnlyDictionary<string, ISourceFactory> factories)
    {
        var list = new List<SourceSettings>();
        foreach (var item in node?.Items() ?? [])
        {
            if (SourceReader.Read(item, factories, list) is { } settings) list.Add(settings);
        }

        return list;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex IdPattern();
}
