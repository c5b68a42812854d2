using Crisis.Core.Language;
using Crisis.Core.Response;
using Crisis.Core.Watching.Configuration;
using YamlDotNet.RepresentationModel;

namespace Crisis.Core.Aftermath.Lessons;

/// <summary>The shipped cases, read once from embedded files.</summary>
public static class LessonCases
{
    private static readonly Lazy<IReadOnlyList<LessonCase>> Loaded = new(Load);

    /// <summary>In order of their ids.</summary>
    public static IReadOnlyList<LessonCase> Shipped => Loaded.Value;

    /// <summary>Says why a case resembles a crisis: <c>kind</c>, <c>target:delivery</c>, <c>tag:outage</c>…</summary>
    public static string Why(Wording words, string why)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(why);
        var colon = why.IndexOf(':', StringComparison.Ordinal);
        var (sort, name) = colon < 0 ? (why, "") : (why[..colon], why[(colon + 1)..]);
        var tag = Texts.Shared.Find(words.Language, $"report.lessons.tag.{name}") ?? Texts.Shared.Find(words.Language, $"target.{name}") ?? name.Replace('-', ' ');
        return Texts.Shared.Find(words.Language, $"report.lessons.why.{sort}") is null ? why : words.Say($"report.lessons.why.{sort}", ("name", tag));
    }

    private static List<LessonCase> Load()
    {
        var assembly = typeof(LessonCases).Assembly;
        var faults = new List<ConfigFault>();
        var cases = new List<LessonCase>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("lessons/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var yaml = new YamlStream();
            yaml.Load(reader);
            cases.Add(Read(new ConfigNode(name, "", yaml.Documents[0].RootNode, faults)));
        }

        if (faults.Count > 0) throw new InvalidOperationException($"A shipped case is broken: {faults[0]}");
        return cases;
    }

    private static LessonCase Read(ConfigNode root)
    {
        var read = new LessonCase
        {
            Id = root.Required("id")?.Text() ?? "",
            Kind = root.Required("kind")?.Choice(PlaybookReader.Kinds) ?? default,
            Title = Text(root.Required("title")),
            Happened = Text(root.Required("happened")),
            Worked = Text(root.Required("worked")),
            TakeOver = Text(root.Required("takeOver")),
            Targets = root.Field("targets")?.Texts() ?? [],
            Tags = root.Field("tags")?.Texts() ?? [],
        };
        root.RejectUnknown();
        return read;
    }

    private static LocalText Text(ConfigNode? node) => node is null
        ? LocalText.Empty
        : new LocalText(node.Entries().ToDictionary(entry => entry.Name, entry => entry.Value.Text().TrimEnd()));
}
