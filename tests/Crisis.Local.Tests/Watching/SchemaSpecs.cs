using System.Text.RegularExpressions;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Commands;
using Crisis.Local.Drills;
using Crisis.Local.Hosting;
using Crisis.Local.Tests.Commands;
using Crisis.Local.Tests.Notices;

namespace Crisis.Local.Tests.Watching;

/// <summary>The schemas that editors use say the same as the readers that judge.</summary>
public sealed partial class SchemaSpecs
{
    /// <summary>Like nothing that anybody knows, so that the reader lists what it does know.</summary>
    private const string Odd = "qqqqqqqqqqqqqqqqqqqqqqqq";

    [Theory]
    [InlineData("watch", "", "{ id: a, @: 1 }")]
    [InlineData("watch", "$defs/plannedEvent", "{ id: a, plannedEvents: [{ name: a, from: 2026-01-01, to: 2026-01-02, @: 1 }] }")]
    [InlineData("watch", "$defs/deadlines", "{ id: a, deadlines: { @: 1 } }")]
    [InlineData("watch", "properties/accounts", "{ id: a, accounts: { @: b } }")]
    [InlineData("team", "", "{ id: a, people: [{ id: b }], @: 1 }")]
    [InlineData("team", "$defs/person", "{ id: a, people: [{ id: b, @: 1 }] }")]
    [InlineData("team", "$defs/person/properties/away/items", "{ id: a, people: [{ id: b, away: [{ from: 2026-01-01, @: 1 }] }] }")]
    [InlineData("team", "$defs/channel", "{ id: a, people: [{ id: b }], channels: [{ type: outbox, @: 1 }] }")]
    [InlineData("team", "$defs/call", "{ id: a, people: [{ id: b }], ladder: { 1: [{ call: b, @: 1 }] } }")]
    [InlineData("playbook", "", "{ kind: unclassified, @: 1 }")]
    [InlineData("playbook", "$defs/step", "{ kind: unclassified, steps: [{ id: a, title: { en: a }, @: 1 }] }")]
    [InlineData("playbook", "$defs/draft", "{ kind: unclassified, drafts: [{ id: a, title: { en: a }, text: { en: a }, @: 1 }] }")]
    [InlineData("drill", "", "{ @: 1 }")]
    [InlineData("drill", "$defs/person", "{ people: [{ after: opened, decision: note, @: 1 }] }")]
    [InlineData("drill", "$defs/expectation", "{ expect: [{ event: opened, @: 1 }] }")]
    public void Schema_HasThePropertiesThatTheReaderKnows(string schema, string place, string document) =>
        Listed(Read(schema, document.Replace("@", Odd, StringComparison.Ordinal))).ShouldBe(new SchemaFile(schema).Properties(place));

    [Theory]
    [InlineData("watch", "properties/sensitivity", "{ id: a, sensitivity: @ }")]
    [InlineData("team", "$defs/reader", "{ id: a, people: [{ id: b, language: @ }] }")]
    [InlineData("team", "$defs/channel/properties/type", "{ id: a, people: [{ id: b }], channels: [{ type: @ }] }")]
    [InlineData("team", "$defs/channel/properties/template", "{ id: a, people: [{ id: b }], channels: [{ type: outbox, template: @ }] }")]
    [InlineData("team", "$defs/channel/properties/purpose", "{ id: a, people: [{ id: b }], channels: [{ type: outbox, purpose: @ }] }")]
    [InlineData("playbook", "properties/kind", "{ kind: @ }")]
    [InlineData("drill", "$defs/person/properties/after", "{ people: [{ after: @, decision: note }] }")]
    [InlineData("drill", "$defs/person/properties/decision", "{ people: [{ after: opened, decision: @ }] }")]
    [InlineData("drill", "$defs/event", "{ expect: [{ event: @ }] }")]
    [InlineData("drill", "$defs/expectation/properties/kind", "{ expect: [{ event: opened, kind: @ }] }")]
    [InlineData("drill", "$defs/expectation/properties/cause", "{ expect: [{ event: opened, cause: @ }] }")]
    [InlineData("drill", "$defs/expectation/properties/stage", "{ expect: [{ event: opened, stage: @ }] }")]
    public void Schema_HasTheChoicesThatTheReaderTakes(string schema, string place, string document) =>
        Listed(Read(schema, document.Replace("@", Odd, StringComparison.Ordinal))).ShouldBe(new SchemaFile(schema).Choices(place));

    [Fact]
    public void Schema_HasEverySourceWithItsFields()
    {
        var schema = new SchemaFile("watch").Sources();
        schema.Keys.Order(StringComparer.Ordinal).ShouldBe(LocalSources.ForChecking(".").Select(source => source.Type).Order(StringComparer.Ordinal));
        foreach (var (type, fields) in schema.Where(pair => pair.Key != "push"))
        {
            var fault = Read("watch", $"{{ id: a, sources: [{{ type: {type}, {Odd}: 1 }}] }}");
            List<string> known = [.. Listed(fault).Concat(["type", "id", "every"]).Order(StringComparer.Ordinal)];
            string.Join(' ', known).ShouldBe(string.Join(' ', fields), type);
        }

        string.Join(' ', schema["push"]).ShouldBe("every id type");
    }

    [Fact]
    public void Samples_HoldAndNameTheirSchemas()
    {
        var files = new[] { "samples/kuzey", "samples/drills/config" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Tools.Root, folder), "*.yaml", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Tools.Root, "core/Response/Playbooks"), "*.yaml"))
            .ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(10);
        foreach (var file in files)
        {
            var hint = Hint().Match(File.ReadLines(file).First());
            hint.Success.ShouldBeTrue(file);
            var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, hint.Groups[1].Value));
            File.Exists(schema).ShouldBeTrue(schema);
            new SchemaFile(Path.GetFileName(schema).Split('.')[0]).Faults(YamlAsJson.Read(File.ReadAllText(file))).ShouldBeEmpty(file);
        }

        foreach (var script in Directory.EnumerateFiles(Path.Combine(Tools.Root, "samples/drills"), "*.yaml"))
        {
            new SchemaFile("drill").Faults(YamlAsJson.Read(File.ReadAllText(script))).ShouldBeEmpty(script);
            Should.NotThrow(() => DrillScriptReader.Read(new FileInfo(script)));
        }
    }

    [Theory]
    [InlineData("watch", "{ id: a, sources: [{ type: feed }] }")]
    [InlineData("watch", "{ id: A }")]
    [InlineData("watch", "{ name: a }")]
    [InlineData("watch", "{ id: a, deadlines: { settle: soon } }")]
    [InlineData("team", "{ id: a, people: [{ id: b }], ladder: { 5: [{ call: b }] } }")]
    [InlineData("playbook", "{ kind: flood }")]
    [InlineData("drill", "{ expect: [{ event: opened, severity: 7 }] }")]
    public void Schema_RefusesWhatTheReaderRefuses(string schema, string document)
    {
        Read(schema, document).ShouldNotBeEmpty();
        new SchemaFile(schema).Faults(YamlAsJson.Read(document)).ShouldNotBeEmpty();
    }

    /// <summary>The faults that the reader finds.</summary>
    private static string[] Read(string schema, string document)
    {
        if (schema == "drill")
        {
            using var folder = new InputFolder();
            try
            {
                DrillScriptReader.Read(new FileInfo(folder.Write("script.yaml", document)));
                return [];
            }
            catch (WrongInputException wrong)
            {
                return wrong.Message.Split('\n');
            }
        }

        var room = schema switch { "watch" => "watches", "team" => "teams", _ => "playbooks" };
        return [.. new ConfigReader(LocalSources.ForChecking(".")).Read([new ConfigFile($"{room}/a.yaml", document)]).Faults.Select(fault => fault.ToString())];
    }

    /// <summary>What the reader says it would have taken in place of the odd name.</summary>
    private static IReadOnlyList<string> Listed(IReadOnlyList<string> faults)
    {
        var fault = faults.Where(text => text.Contains(Odd, StringComparison.Ordinal)).ShouldHaveSingleItem();
        var list = Known().Match(fault);
        list.Success.ShouldBeTrue(fault);
        return [.. list.Groups[1].Value.Split(", ").Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^# yaml-language-server: \$schema=(\S+)$")]
    private static partial Regex Hint();

    [GeneratedRegex("(?:Known here|Known|Write one of|its fields are):? ([^;]+)\\.$")]
    private static partial Regex Known();
}
