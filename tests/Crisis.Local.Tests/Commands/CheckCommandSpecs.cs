using Crisis.Local.Tests.Notices;

namespace Crisis.Local.Tests.Commands;

/// <summary>Every fault of a configuration comes with file, line, field and remedy.</summary>
public sealed class CheckCommandSpecs : IDisposable
{
    private const string Watch = "id: kuzey\nname: Kuzey\n";
    private const string Team = "id: default\npeople:\n  - { id: ayse, roles: [lead] }\n";
    private readonly InputFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_OfTheSamples_FindsNoFault()
    {
        foreach (var sample in (string[])["samples/kuzey", "samples/drills/config"])
        {
            var run = await CommandRun.OfAsync("check", "--config", Path.Combine(Tools.Root, sample));
            run.Exit.ShouldBe(0, run.Output + run.Messages);
            run.Output.ShouldContain("no fault.");
        }
    }

    [Fact]
    public async Task Check_FindsEveryFaultInOneGo()
    {
        folder.Write("watches/kuzey.yaml", Watch + """
            timeZone: Europe/Istambul
            sensitivty: eager
            team: defualt
            accounts: { mastadon: ["@a@b.example"] }
            sources:
              - { type: fed, url: "https://a.example" }
              - { type: feed, url: "kuzey" }
              - { type: feed, every: 5x, url: "https://a.example" }
            plannedEvents:
              - { name: a, from: 2026-12-28, to: 2026-12-20, hashtags: [kuzey] }
            deadlines: { settel: 3m }
            """);
        folder.Write("teams/default.yaml", "id: default\npeople:\n" + """
              - { id: ayse, roles: [lead], hours: "Mon-Fri 9-18", email: ayse, standIn: mehmed }
              - { id: mehmet, language: de, phone: "0532" }
            channels:
              - { type: teems }
              - { type: webhook }
            ladder:
              1: [{ call: [leed] }]
              9: []
            """);
        folder.Write("playbooks/complaints.yaml", "kind: complaint-wav\nsteps:\n  - { id: One Step, title: { en: a }, role: legel }\n");
        var run = await CommandRun.OfAsync("check", "--config", folder.Path);
        run.Exit.ShouldBe(2);
        string[] expected =
        [
            "playbooks/complaints.yaml:1: kind: 'complaint-wav' is not one of the choices. Did you mean 'complaint-wave'?",
            "playbooks/complaints.yaml:3: steps[1].id: 'One Step' cannot be an id.",
            "playbooks/complaints.yaml:3: steps[1].role: no team has the role 'legel'. Did you mean 'legal'?",
            "teams/default.yaml:3: people[1].hours: 'Mon-Fri 9-18' are no working hours. Write them as Mon-Fri 09:00-18:00",
            "teams/default.yaml:3: people[1].email: 'ayse' is not a mail address.",
            "teams/default.yaml:3: people[1].standIn: ayse's stand-in 'mehmed' is nobody of this team. Did you mean 'mehmet'?",
            "teams/default.yaml:4: people[2].language: 'de' is not one of the choices.",
            "teams/default.yaml:4: people[2].phone: '0532' is not a number in international form.",
            "teams/default.yaml:6: channels[1].type: 'teems' is not one of the choices. Did you mean 'teams'?",
            "teams/default.yaml:7: channels[2]: the field 'url' is missing.",
            "teams/default.yaml:9: ladder.1[1].call[1]: 'leed' is neither a person nor a role of this team. Did you mean 'lead'?",
            "teams/default.yaml:10: ladder.9: '9' is not a severity.",
            "watches/kuzey.yaml:3: timeZone: no time zone is called 'Europe/Istambul'.",
            "watches/kuzey.yaml:4: sensitivty: unknown field 'sensitivty'. Did you mean 'sensitivity'?",
            "watches/kuzey.yaml:5: team: no team is called 'defualt'. Did you mean 'default'?",
            "watches/kuzey.yaml:6: accounts.mastadon: no source is called 'mastadon'. Did you mean 'mastodon'?",
            "watches/kuzey.yaml:8: sources[1].type: no source is called 'fed'. Did you mean 'feed'?",
            "watches/kuzey.yaml:9: sources[2].url: 'kuzey' is no web address. Write it in full, beginning with https://.",
            "watches/kuzey.yaml:10: sources[3].every: '5x' is not a duration.",
            "watches/kuzey.yaml:12: plannedEvents[1]: ends before it begins.",
            "watches/kuzey.yaml:12: plannedEvents[1].hashtags[1]: 'kuzey' is not a hashtag.",
            "watches/kuzey.yaml:13: deadlines.settel: unknown field 'settel'. Did you mean 'settle'?",
        ];
        foreach (var fault in expected) run.Output.ShouldContain(fault);
        run.Messages.ShouldContain("faults in");
    }

    [Fact]
    public async Task Check_SecretThatIsNotSet_IsNamedWithItsPlaceAndItsVariable()
    {
        folder.Write("watches/kuzey.yaml", Watch);
        folder.Write("teams/default.yaml", Team + "channels:\n  - { type: teams, url: \"secret:teams-crisis\" }\n");
        var run = await CommandRun.OfAsync("check", "--config", folder.Path);
        run.Exit.ShouldBe(1);
        run.Output.ShouldContain("teams/default.yaml:5: channels[1].url: the secret 'teams-crisis' is not set here. Set CRISIS_SECRET_TEAMS_CRISIS");
    }

    [Theory]
    [InlineData("watches/kuzey.yaml", "id: kuzey\n  name: a\n", "watches/kuzey.yaml:2: (file): is not readable YAML")]
    [InlineData("watches/kuzey.yaml", "", "watches/kuzey.yaml:1: (file): is empty. Begin with a line 'name: value'.")]
    [InlineData("watches/kuzey.yaml", "- a\n", "watches/kuzey.yaml:1: (file): is not one group of fields.")]
    [InlineData("teams/default.yaml", "id: default\n", "teams/default.yaml:1: (file): nobody belongs to this team.")]
    public async Task Check_FileThatIsNone_IsToldWithItsLine(string file, string content, string fault)
    {
        folder.Write(file, content);
        var run = await CommandRun.OfAsync("check", "--config", folder.Path);
        run.Exit.ShouldBe(2);
        run.Output.ShouldContain(fault);
    }

    [Fact]
    public async Task Check_FolderThatIsNone_SaysWhatIsMissing()
    {
        (await CommandRun.OfAsync("check", "--config", folder["nothing"])).Messages.ShouldContain("there is no such folder");
        (await CommandRun.OfAsync("check", "--config", folder.Path)).Messages.ShouldContain("holds no .yaml file in watches/, teams/ or playbooks/");
        (await CommandRun.OfAsync("check", "--config", folder.Write("file", "a"))).Messages.ShouldContain("is a file. Name the folder");
        folder.Write("watches/latin.yaml", [(byte)'i', (byte)'d', (byte)':', 0xFF]);
        (await CommandRun.OfAsync("check", "--config", folder.Path)).Messages.ShouldContain("watches/latin.yaml: is not UTF-8.");
    }

    [Fact]
    public async Task Check_FilesInTheWrongPlace_AreNotPassedOverInSilence()
    {
        folder.Write("watches/kuzey.yaml", Watch);
        folder.Write("team/default.yaml", Team);
        folder.Write("kuzey.yaml", Watch);
        folder.Write("watches/notes.txt", "a");
        var run = await CommandRun.OfAsync("check", "--config", folder.Path);
        run.Exit.ShouldBe(0);
        run.Messages.ShouldContain("team/: is not read. Did you mean 'teams'?");
        run.Messages.ShouldContain("kuzey.yaml: is not read.");
        run.Messages.ShouldContain("watches/notes.txt: is not read.");
    }
}
