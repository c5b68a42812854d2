using System.Text;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Commands;

namespace Crisis.Local.Drills;

/// <summary>Reads a drill's script; every fault is named with file, line and remedy.</summary>
internal static class DrillScriptReader
{
    private static readonly Dictionary<string, DecisionVerb> Verbs = Kebab<DecisionVerb>();

    /// <summary>What a decision may carry, whatever its verb.</summary>
    private static readonly string[] Arguments =
    [
        "watch", "crisis", "text", "reason", "step", "draft", "language", "version", "to", "kind", "severity", "useful", "into", "cause",
        "until", "mention", "label", "rating", "target", "detector", "what", "action", "owner", "due", "status", "post",
    ];

    /// <summary>Every event that a drill can show: findings, and the lines of a timeline.</summary>
    private static readonly string[] Events =
    [
        "signal", "suppressed", "opened", "stage", "severity", "kind", "notice", "decision", "recovered", "relapsed", "closed", "gathered",
        "joined", "lead", "lessons", "plan", "pause", "reopened", "report", "stale", "survey", "unattended", "notice-failed",
        "nobody-reached", "action-dropped",
    ];

    private static readonly string[] Moments = [.. Events.Concat(Kebab<NoticeReason>().Keys).Append("first-notice").Distinct()];

    /// <exception cref="WrongInputException">The script has faults.</exception>
    /// <param name="people">Ids of everybody who may decide; null: not checked.</param>
    public static DrillScript Read(FileInfo file, IReadOnlyCollection<string>? people = null)
    {
        InputFile.Need(file);
        var faults = new List<ConfigFault>();
        var script = new DrillScript([], []);
        if (ConfigDocument.Parse(new ConfigFile(file.Name, Text(file)), faults) is { } root)
        {
            script = new DrillScript(
                [.. (root.Field("people")?.Items() ?? []).Select(node => ReadPerson(node, people))],
                [.. (root.Field("expect")?.Items() ?? []).Select(ReadExpectation)]);
            root.RejectUnknown();
        }

        return faults.Count == 0 ? script : throw new WrongInputException(string.Join('\n', faults));
    }

    private static string Text(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new WrongInputException($"{file}: is not UTF-8. Save it as UTF-8 and try again.");
        }
    }

    private static ScriptedDecision ReadPerson(ConfigNode node, IReadOnlyCollection<string>? people)
    {
        var at = ReadTime(node.Field("at"));
        var after = node.Field("after")?.OneOf(Moments);
        if (at is null == after is null) node.Fault("needs either 'at' or 'after'.", "Write 'at: 2026-03-02T18:00Z' or 'after: first-notice'.");
        if (at is not null && node.Field("wait") is { } idle) idle.Fault("does nothing beside 'at'.", "Take it out, or write 'after' in place of 'at'.");
        var arguments = Arguments.Select(name => (name, value: node.Field(name))).Where(pair => pair.value is not null).ToDictionary(pair => pair.name, pair => pair.value!.Text());
        var person = node.Field("person")?.Text() ?? "*";
        if (person != "*" && people?.Contains(person) == false)
        {
            node.Field("person")!.Fault($"nobody is called '{person}'.", Spelling.Nearest(person, people) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {string.Join(", ", people)}; '*' is whoever got the notice.");
        }

        var decision = new ScriptedDecision(
            person,
            after,
            node.Field("wait")?.Duration() ?? TimeSpan.Zero,
            at,
            node.Required("decision")?.Choice(Verbs) ?? DecisionVerb.Note,
            arguments);
        node.RejectUnknown();
        return decision;
    }

    private static Expectation ReadExpectation(ConfigNode node)
    {
        var never = node.Field("never")?.OneOf(Events);
        var span = node.Field("between")?.Items().ToList() ?? [];
        var expectation = new Expectation(never ?? node.Required("event")?.OneOf(Events) ?? "", never is not null, node.Line)
        {
            Watch = node.Field("watch")?.Text(),
            Kind = node.Field("kind")?.Choice(Kebab<CrisisKind>()),
            Cause = node.Field("cause")?.Choice(Kebab<CrisisCause>()),
            Stage = node.Field("stage")?.Choice(Kebab<CrisisStage>()),
            Severity = Whole(node.Field("severity"), 1, 4),
            SeverityAtMost = Whole(node.Field("severityAtMost"), 1, 4),
            Detector = node.Field("detector")?.Text(),
            Reason = node.Field("reason")?.Text(),
            Times = Whole(node.Field("times"), 0, 1_000_000),
            From = span.Count > 0 ? ReadTime(span[0]) : null,
            Before = span.Count > 1 ? ReadTime(span[1]) : null,
        };
        if (never is not null && node.Field("event") is { } both) both.Fault("stands beside 'never'.", "Write either 'event' or 'never'.");
        if (node.Field("between") is { } between && span.Count != 2) between.Fault("needs two times.", "Write '[from, before]'.");
        else if (expectation.From >= expectation.Before) node.Field("between")!.Fault("ends before it begins.", "Write the earlier time first.");
        node.RejectUnknown();
        return expectation;
    }

    private static int? Whole(ConfigNode? node, int least, int most)
    {
        if (node?.Number() is not { } number) return null;
        if (number >= least && number <= most && number == Math.Floor(number)) return (int)number;
        node.Fault($"'{node.Text()}' is not a whole number from {least} to {most}.", "Correct it.");
        return null;
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
