using System.Text.Json;
using System.Text.Json.Nodes;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Escalation;

public sealed class CrisisStateUpgradeSpecs
{
    private const string Schema0 = """
        {
          "id": "kuzey-20260302-0612-mentions", "watch": "kuzey", "cause": "mentions", "kind": "complaint-wave", "severity": 2,
          "stage": "respond", "since": "2026-03-02T06:10:00+00:00", "openedAt": "2026-03-02T06:12:00+00:00",
          "stageSince": "2026-03-02T06:15:00+00:00", "owner": "ayse", "acknowledgedAt": "2026-03-02T06:20:00+00:00",
          "taken": ["e1", "d1"], "wakeAt": "2026-03-02T06:25:00+00:00"
        }
        """;

    [Fact]
    public void Read_Schema0_IsLiftedAndGoesOn()
    {
        var state = CrisisStateUpgrade.Read(Schema0);
        state.Schema.ShouldBe(CrisisState.CurrentSchema);
        state.Lead.ShouldBe("ayse");
        var again = CrisisLife.Apply(state, new Escalated("e1", state.OpenedAt, new CrisisEscalation { Id = "e1", Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = CrisisKind.ComplaintWave, Severity = 1, At = state.OpenedAt, Since = state.Since }));
        again.State.ShouldBeSameAs(state, "what was taken before the upgrade stays taken");
    }

    [Fact]
    public void Read_OwnSchema_ComesBackTheSame()
    {
        var state = CrisisLife.Open(
            new CrisisEscalation { Id = "e", Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = CrisisKind.ComplaintWave, Severity = 2, At = Scenario.Time("09:00"), Since = Scenario.Time("09:00") },
            "kuzey-1",
            new Watch { Id = "kuzey", Name = "Kuzey" }).State;
        var json = JsonSerializer.Serialize(state, CrisisJson.Options);
        JsonSerializer.Serialize(CrisisStateUpgrade.Read(json), CrisisJson.Options).ShouldBe(json);
    }

    [Fact]
    public void Read_NewerSchema_SaysWhatToDo()
    {
        var newer = JsonNode.Parse(Schema0)!.AsObject();
        newer["schema"] = CrisisState.CurrentSchema + 1;
        Should.Throw<InvalidOperationException>(() => CrisisStateUpgrade.Read(newer.ToJsonString())).Message.ShouldContain("Deploy the newer build");
    }
}
