using System.Text.Json;
using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Escalation;

public sealed class CrisisLifeSpecs
{
    private static readonly DateTimeOffset Nine = Scenario.Time("09:00");

    private static CrisisState Responding(Team? team = null, CrisisKind kind = CrisisKind.ComplaintWave)
    {
        var escalation = new CrisisEscalation { Id = "e", Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = kind, Severity = 1, At = Nine, Since = Nine };
        var state = CrisisLife.Open(escalation, "kuzey-1", new Watch { Id = "kuzey", Name = "Kuzey" }).State;
        var config = new CrisisConfig
        {
            Watches = new Dictionary<string, Watch>(),
            Teams = new Dictionary<string, Team> { ["default"] = team ?? Rosters.Usual },
            Playbooks = Rosters.Playbooks,
        };
        return CrisisLife.Apply(state, new PlanTaken("p", Nine, PlanTaking.Take(config, "kuzey", kind, Nine))).State;
    }

    private static Decided Say(string id, DecisionVerb verb, DateTimeOffset at, params (string, string)[] arguments) =>
        new(id, at, new Decision { Id = id, Crisis = "kuzey-1", Watch = "kuzey", Person = "ayse", Verb = verb, At = at, Arguments = arguments.ToDictionary(a => a.Item1, a => a.Item2) });

    private static Measured Numbers(DateTimeOffset at, params WindowVerdict[] windows) => new("m", at, new Measurement { At = at, Windows = windows });

    [Fact]
    public void Apply_SameInputs_GiveTheSameBytes()
    {
        static string Live()
        {
            var state = Responding();
            var effects = new List<LifeEffect>();
            foreach (var input in new LifeInput[] { Say("d1", DecisionVerb.Acknowledge, Nine.AddMinutes(4)), new Woken("w", Nine.AddMinutes(40)), Say("d2", DecisionVerb.Contained, Nine.AddMinutes(41)) })
            {
                var step = CrisisLife.Apply(state, input);
                state = step.State;
                effects.AddRange(step.Effects);
            }

            return JsonSerializer.Serialize(state, CrisisJson.Options) + JsonSerializer.Serialize(effects, CrisisJson.Options);
        }

        Live().ShouldBe(Live());
    }

    [Fact]
    public void Apply_RepeatedDecision_ChangesNothing()
    {
        var state = CrisisLife.Apply(Responding(), Say("d1", DecisionVerb.Raise, Nine)).State;
        var again = CrisisLife.Apply(state, Say("d1", DecisionVerb.Raise, Nine));
        again.State.ShouldBeSameAs(state);
        again.Effects.ShouldAllBe(e => e is AnswerEntry);
    }

    [Fact]
    public void Apply_NothingToDo_KeepsStateAndRevision()
    {
        var state = CrisisLife.Apply(Responding(), new Woken("w", Nine.AddMinutes(1))).State;
        CrisisLife.Apply(state, new Woken("w", Nine.AddMinutes(2))).State.ShouldBeSameAs(state);
    }

    [Fact]
    public void Apply_StaleMeasurement_IsIgnored()
    {
        var state = CrisisLife.Apply(Responding(), Numbers(Nine.AddMinutes(11), new WindowVerdict(Nine, 9, 9, false, true), new WindowVerdict(Nine.AddMinutes(5), 9, 0, true, true))).State;
        state.CalmWindows.ShouldBe(1);
        var late = CrisisLife.Apply(state, Numbers(Nine.AddMinutes(6), new WindowVerdict(Nine, 9, 9, false, true))).State;
        late.CalmWindows.ShouldBe(1);
        late.Last!.At.ShouldBe(Nine.AddMinutes(11));
        var overlapping = CrisisLife.Apply(state, Numbers(Nine.AddMinutes(16), new WindowVerdict(Nine.AddMinutes(5), 9, 0, true, true), new WindowVerdict(Nine.AddMinutes(10), 9, 0, true, true))).State;
        overlapping.CalmWindows.ShouldBe(2);
    }

    [Fact]
    public void Apply_DecisionFromBefore_DoesNotTurnTimeBack()
    {
        var state = CrisisLife.Apply(Responding(), new Woken("w", Nine.AddMinutes(30))).State;
        var step = CrisisLife.Apply(state, Say("d", DecisionVerb.Acknowledge, Nine.AddMinutes(2)));
        step.State.SeenAt.ShouldBe(Nine.AddMinutes(30));
        step.State.WakeAt!.Value.ShouldBeGreaterThan(Nine.AddMinutes(30));
    }

    [Fact]
    public void Apply_PlanOfAnotherKindThanWanted_IsIgnored()
    {
        var state = CrisisLife.Apply(Responding(), Say("d", DecisionVerb.SetKind, Nine.AddMinutes(1), ("kind", "account-takeover"))).State;
        var late = CrisisLife.Apply(state, new PlanTaken("old", Nine.AddMinutes(2), state.Plan!)).State;
        late.Steps.Select(s => s.Id).ShouldBe(["look", "answer", "fix"]);
        late.PlanWanted.ShouldBeTrue();
    }

    [Fact]
    public void Apply_ReportAnsweredTwice_IsSentOnce()
    {
        var state = CrisisLife.Apply(Responding(), Say("d", DecisionVerb.Close, Nine.AddMinutes(1))).State;
        var first = CrisisLife.Apply(state, new ReportWritten("r", Nine.AddMinutes(1), 1));
        first.Effects.OfType<SendNotice>().ShouldNotBeEmpty();
        CrisisLife.Apply(first.State, new ReportWritten("r", Nine.AddMinutes(2), 1)).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void WakeAt_WhileOpen_IsNeverFurtherThanFiveMinutes()
    {
        var state = Responding();
        for (var now = Nine; now < Nine.AddDays(1); now = state.WakeAt!.Value)
        {
            state = CrisisLife.Apply(state, new Woken("w", now)).State;
            state.WakeAt.ShouldNotBeNull();
            state.WakeAt.Value.ShouldBeGreaterThan(now);
            state.WakeAt.Value.ShouldBeLessThanOrEqualTo(now.AddMinutes(5));
        }
    }

    [Fact]
    public void Effects_OfAnyStep_HaveKeysOfTheirOwnAndSurviveJson()
    {
        var state = Responding();
        var keys = new HashSet<string>();
        for (var minute = 0; minute < 600; minute += 5)
        {
            var step = CrisisLife.Apply(state, minute == 10 ? Say("d", DecisionVerb.Acknowledge, Nine.AddMinutes(minute)) : new Woken("w", Nine.AddMinutes(minute)));
            foreach (var effect in step.Effects) keys.Add(effect.Key).ShouldBeTrue(effect.Key);
            var json = JsonSerializer.Serialize(step.Effects, CrisisJson.Options);
            JsonSerializer.Serialize(JsonSerializer.Deserialize<IReadOnlyList<LifeEffect>>(json, CrisisJson.Options), CrisisJson.Options).ShouldBe(json);
            state = step.State;
        }
    }

    [Fact]
    public void State_LargeTeamLongCrisisManyDecisions_StaysSmallEnoughForARow()
    {
        var people = Enumerable.Range(0, 40).Select(i => new Person
        {
            Id = $"person-{i}",
            Name = $"Müşerref Çağlayangil-Öztürkoğlu {i}",
            Roles = ["lead", "communications", "customer-service"],
            Email = $"muserref.caglayangil.{i}@kuzeykargo-holding.example",
            Phone = "+905551234567",
            Hours = "Mon-Fri 09:00-18:00, Sat 10:00-14:00",
            StandIn = $"person-{(i + 1) % 40}",
            Away = [new Absence(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 15)), new Absence(new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 15))],
        }).Append(Rosters.Ayse).ToList();
        var state = Responding(Rosters.Usual with { People = people, Channels = [.. Enumerable.Range(0, 6).Select(i => new ChannelSettings("webhook") { Id = $"w{i}", Url = "https://pager.example/" + new string('x', 150) })] });
        var largest = 0;
        var text = new string('ş', 900);
        string[] steps = ["look", "answer", "fix"];
        for (var i = 0; i < 200; i++)
        {
            var at = Nine.AddHours(i * 3);
            LifeInput input = (i % 10) switch
            {
                0 => Say($"a-rather-long-decision-id-{i}", DecisionVerb.CauseNamed, at, ("cause", $"c{i}"), ("text", text)),
                1 => Say($"a-rather-long-decision-id-{i}", DecisionVerb.ActionSet, at, ("action", $"a{i}"), ("text", text), ("due", "2026-12-01")),
                2 => Say($"a-rather-long-decision-id-{i}", DecisionVerb.StepDone, at, ("step", steps[i / 10 % 3]), ("text", text)),
                3 => Say($"a-rather-long-decision-id-{i}", DecisionVerb.DraftEdit, at, ("draft", "apology"), ("text", text)),
                4 => new Escalated($"e{i}", at, Flood(i, at)),
                5 => new Measured("m", at, new Measurement { At = at, Windows = [.. Enumerable.Range(0, 300).Select(w => new WindowVerdict(at.AddMinutes(5 * (w - 300)), 5000, 4000, false, false))], Totals = new CrisisTotals(1000 * i, 900 * i, 1_000_000_000, 9999, at) }),
                6 => new Gathered("g", at, Spread(at)),
                _ => Say($"a-rather-long-decision-id-{i}", DecisionVerb.Note, at, ("text", text)),
            };
            state = CrisisLife.Apply(state, input).State;
            largest = Math.Max(largest, JsonSerializer.Serialize(state, CrisisJson.Options).Length);
        }

        var parts = JsonSerializer.SerializeToNode(state, CrisisJson.Options)!.AsObject().Where(p => p.Value is not null).OrderByDescending(p => p.Value!.ToJsonString().Length).Take(8);
        largest.ShouldBeLessThan(32_000, string.Join(", ", parts.Select(p => $"{p.Key} {p.Value!.ToJsonString(CrisisJson.Options).Length}")));
        state.Plan!.People.Count.ShouldBe(41);
        state.Aftermath.Actions.Count.ShouldBe(20);
        state.Open.ShouldBeTrue();
    }

    private static CrisisEscalation Flood(int number, DateTimeOffset at) => new()
    {
        Id = $"escalation-{number}",
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 1,
        At = at,
        Since = at,
        Signals = [.. Enumerable.Range(0, 12).Select(i => new Signal
        {
            Id = $"signal-{number}-{i}",
            Watch = "kuzey",
            Detector = $"detector-{i}",
            Cause = CrisisCause.Mentions,
            At = at,
            Since = at,
            Observed = 1000,
            Expected = 3,
            Surprise = i,
            Kind = CrisisKind.ComplaintWave,
            Severity = 1,
            Evidence = new SignalEvidence { Posts = Posts(at), Targets = Names(), Sources = Names(), Hashtags = Names() },
        })],
    };

    private static SpreadReport Spread(DateTimeOffset at) => new() { At = at, FirstPosts = Posts(at), LoudestPosts = Posts(at), Sources = Names(), Targets = Names(), Hashtags = Names() };

    private static List<TellingPost> Posts(DateTimeOffset at) =>
        [.. Enumerable.Range(0, 10).Select(i => new TellingPost("mastodon", $"{i}", at, new string('ğ', 280)) { Handle = "@somebody@sosyal.example", Url = "https://sosyal.example/@somebody/112233445566778899" })];

    private static List<EvidenceCount> Names() => [.. Enumerable.Range(0, 10).Select(i => new EvidenceCount($"a-long-name-of-a-target-{i}", 1000, 900, 800))];
}
