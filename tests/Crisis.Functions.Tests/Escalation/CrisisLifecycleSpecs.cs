using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Functions.Escalation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Functions.Tests.Escalation;

public sealed class CrisisLifecycleSpecs
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 12, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Begin);
    private readonly MemoryRowStore _rows = new();
    private readonly ScriptedStarter _starter = new();
    private readonly ScriptedMeasures _measures = new();
    private readonly ScriptedNotices _notices;
    private readonly DecisionHandler _decisions;
    private readonly EscalationHandler _escalations;
    private readonly LoadCrisis _load;
    private readonly SaveCrisis _save;
    private readonly EffectRunner _effects;
    private int _failures;

    public CrisisLifecycleSpecs()
    {
        var config = new ScriptedConfig(new CrisisConfig
        {
            Watches = new Dictionary<string, Watch>(),
            Teams = new Dictionary<string, Team> { ["default"] = ShippedConfig.Team },
            Playbooks = ShippedConfig.Playbooks,
        });
        var rooms = new ScriptedRooms();
        _notices = new ScriptedNotices(_clock);
        _effects = new EffectRunner(new EffectPorts(_rows, config, _measures, _notices, rooms, rooms, new Core.Aftermath.SurveyAnswers(_rows), rooms, rooms, _starter, _clock));
        _decisions = new DecisionHandler(_rows, config, _starter, _clock);
        _escalations = new EscalationHandler(_rows, config, _starter, _clock);
        _load = new LoadCrisis(new CrisisTable(_rows), new Inbox(_rows), new Crisis.Functions.Hosting.AppTraces());
        _save = new SaveCrisis(new CrisisTable(_rows));
        _measures.Between(Begin, Begin.AddHours(2), 80, 40);
    }

    [Fact]
    public async Task Crisis_AcknowledgedAndContained_WalksThroughReplaysToItsEnd()
    {
        var loop = await OpenAsync();
        await PassAsync(loop, TimeSpan.FromMinutes(8));
        await SayAsync(loop, DecisionVerb.Acknowledge);
        await PassAsync(loop, TimeSpan.FromMinutes(130));
        await SayAsync(loop, DecisionVerb.Contained);
        loop.Status.ShouldBe("\"monitor-after\"");
        await PassAsync(loop, TimeSpan.FromDays(3));
        var state = await StateAsync();
        state.End.ShouldBe(CrisisEnd.Recovered);
        state.AcknowledgedAt.ShouldNotBeNull();
        loop.Replays.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Host_KilledAfterEveryAnswer_SendsEachNoticeOnce()
    {
        var loop = await OpenAsync();
        for (var i = 0; i < 400; i++)
        {
            loop.Kill();
            await loop.RunAsync(most: 1);
            if (i % 4 == 0) _clock.Advance(TimeSpan.FromSeconds(20));
        }

        _notices.Sent.ShouldNotBeEmpty();
        _notices.Sent.Select(sent => sent.Notice.Id).ShouldBeUnique();
        _notices.Sent.Select(sent => sent.Notice.Reason).ShouldContain(NoticeReason.First);
    }

    [Fact]
    public async Task Hub_Lost_GoesOnFromTheStore()
    {
        var loop = await OpenAsync();
        await loop.RunAsync(most: 3);
        loop.Lose();
        await PassAsync(loop, TimeSpan.FromMinutes(10));
        (await StateAsync()).Stage.ShouldBe(CrisisStage.Respond);
        _notices.Sent.Select(sent => sent.Notice.Reason).ShouldContain(NoticeReason.First);
    }

    [Fact]
    public async Task Escalation_DeliveredTwice_ChangesNothing()
    {
        var loop = await OpenAsync();
        await PassAsync(loop, TimeSpan.FromMinutes(10));
        var before = await StateAsync();
        (await _escalations.HandleAsync(Escalation())).Outcome.ShouldBe(EscalationOutcome.Repeated);
        loop.Ring();
        loop.Ring();
        await loop.RunAsync();
        (await StateAsync()).Taken.ShouldBe(before.Taken);
    }

    [Fact]
    public async Task Ring_Lost_IsMadeUpWithinFiveMinutes()
    {
        var loop = await OpenAsync();
        await PassAsync(loop, TimeSpan.FromMinutes(8));
        await SayAsync(loop, DecisionVerb.Acknowledge, ring: false);
        loop.WakesAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(_clock.GetUtcNow().UtcDateTime.AddMinutes(5));
        await PassAsync(loop, TimeSpan.FromMinutes(5));
        (await StateAsync()).AcknowledgedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Effect_ThatFailsAllItsTries_IsOwedAndHoldsUpNothingElse()
    {
        _failures = 4;
        var loop = await OpenAsync();
        await PassAsync(loop, TimeSpan.FromMinutes(10));
        _failures.ShouldBe(0);
        (await StateAsync()).Stage.ShouldBe(CrisisStage.Respond);
        (await new CrisisTable(_rows).LoadAsync((await StateAsync()).Id))!.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task Context_AskedForSomethingElseInAReplay_Throws()
    {
        var history = new OrchestrationHistory("x", "x", null, Core.CrisisJson.Options) { StartedAt = Begin.UtcDateTime };
        _ = new ReplayingContext(history).CallActivityAsync<string>("first");
        await Should.ThrowAsync<NonDeterministicOrchestrationException>(async () => await new ReplayingContext(history).CallActivityAsync<string>("second"));
    }

    private static CrisisEscalation Escalation() => new()
    {
        Id = "kuzey|surge|1",
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        At = Begin,
        Since = Begin.AddMinutes(-2),
    };

    private async Task<LoopDriver> OpenAsync()
    {
        var (crisis, outcome) = await _escalations.HandleAsync(Escalation());
        outcome.ShouldBe(EscalationOutcome.Opened);
        return new LoopDriver(crisis, RunAsync, _clock);
    }

    private async Task<object?> RunAsync(string activity, object? input)
    {
        switch (activity)
        {
            case nameof(LoadCrisis):
                return await _load.RunAsync((string)input!, CancellationToken.None);
            case nameof(SaveCrisis):
                return await _save.RunAsync((CrisisEnvelope)input!, CancellationToken.None);
            default:
                if (_failures > 0)
                {
                    _failures--;
                    throw new IOException("The port is out of reach.");
                }

                var work = (EffectWork)input!;
                var state = await new CrisisTable(_rows).FindAsync(work.Crisis);
                return new EffectAnswer(await _effects.RunAsync(state!, work.Effect));
        }
    }

    private async Task PassAsync(LoopDriver loop, TimeSpan time)
    {
        var until = _clock.GetUtcNow() + time;
        await loop.RunAsync();
        while (!loop.Ended && loop.WakesAt is { } wake && wake <= until.UtcDateTime)
        {
            if (wake > _clock.GetUtcNow().UtcDateTime) _clock.SetUtcNow(new DateTimeOffset(wake, TimeSpan.Zero));
            await loop.RunAsync();
        }

        _clock.SetUtcNow(until);
    }

    private async Task SayAsync(LoopDriver loop, DecisionVerb verb, bool ring = true)
    {
        var state = await StateAsync();
        var result = await _decisions.DecideAsync(new Decision { Id = $"{verb}|1", Crisis = state.Id, Watch = "kuzey", Person = "responder", Verb = verb, At = _clock.GetUtcNow() });
        result.Reason.ShouldBeNull();
        if (!ring) return;
        loop.Ring();
        await loop.RunAsync();
    }

    private async Task<CrisisState> StateAsync() =>
        (await new CrisisTable(_rows).FindAsync((await new CrisisTable(_rows).ListAsync())[0].Id))!;
}
