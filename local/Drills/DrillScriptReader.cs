using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Commands;

namespace Crisis.Local.Drills;

/// <summary>Reads a drill's script; every fault is named with file, line and remedy.</summary>
internal static class DrillScriptReader
{
    private static readonly Dictionary<string, DecisionVerb> Verbs = Kebab<DecisionVerb>();

    /// <exception cref="WrongInputException">The script has faults.</exception>
    public static DrillScript Read(FileInfo file)
    {
        if (!file.Exists) throw new WrongInputException($"{file}: there is no such script.");
        var faults = new List<ConfigFault>();
        var script = new DrillScript([], []);
        if (ConfigDocument.Parse(new ConfigFile(file.Name, File.ReadAllText(file.FullName)), faults) is { } root)
        {
            script = new DrillScript(
                [.. (root.Field("people")?.Items() ?? []).Select(ReadPerson)],
                [.. (root.Field("expect")?.Items() ?? []).Select(ReadExpectation)]);
            root.RejectUnknown();
        }

        return faults.Count == 0 ? script : throw new WrongInputException(string.Join('\n', faults));
    }

    private static ScriptedDecision ReadPerson(ConfigNode node)
    {
        var at = ReadTime(node.Field("at"));
        var after = node.Field("after")?.Text();
        if (at is null == after is null) node.Fault("needs either 'at' or 'after'.", "Write 'at: 2026-03-02T18:00Z' or 'after: first-notice'.");
        var decision = new ScriptedDecision(
            node.Field("person")?.Text() ?? "*",
            after,
            node.Field("wait")?.Duration() ?? TimeSpan.Zero,
            at,
            node.Required("decision")?.Choice(Verbs) ?? DecisionVerb.Note,
            node.Entries().Where(entry => entry.Name is not ("person" or "at" or "after" or "wait" or "decision")).ToDictionary(entry => entry.Name, entry => entry.Value.Text()));
        return decision;
    }

    private static Expectation ReadExpectation(ConfigNode node)
    {
        var never = node.Field("never")?.Text();
        var span = node.Field("between")?.Items().ToList() ?? [];
        var expectation = new Expectation(never ?? node.Required("event")?.Text() ?? "", never is not null, node.Line)
        {
            Watch = node.Field("watch")?.Text(),
            Kind = node.Field("kind")?.Choice(Kebab<CrisisKind>()),
            Cause = node.Field("cause")?.Choice(Kebab<CrisisCause>()),
            Stage = node.Field("stage")?.Choice(Kebab<CrisisStage>()),
            Severity = (int?)node.Field("severity")?.Number(),
            SeverityAtMost = (int?)node.Field("severityAtMost")?.Number(),
            Detector = node.Field("detector")?.Text(),
            Reason = node.Field("reason")?.Text(),
            Times = (int?)node.Field("times")?.Number(),
            From = span.Count > 0 ? ReadTime(span[0]) : null,
            Before = span.Count > 1 ? ReadTime(span[1]) : null,
        };
        if (span.Count is not (0 or 2)) node.Field("between")!.Fault("needs two times.", "Write '[from, before]'.");
        node.RejectUnknown();
        return expectation;
    }

    private static DateTimeOffset? ReadTime(ConfigNode? node)
    {
        if (node is null) return null;
        var text = node.Text();
        if (UtcTime.Parse(text) is { } time) return time;
        node.Fault($"'{text}' is not a time.", "Write one such as 2026-03-02T18:00Z.");
        return null;
    }

    private static Dictionary<string, T> Kebab<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
}
