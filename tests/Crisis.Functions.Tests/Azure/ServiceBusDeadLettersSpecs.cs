using Azure.Messaging.ServiceBus;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;
using Crisis.Functions.Tests.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Functions.Tests.Azure;

public sealed class ServiceBusDeadLettersSpecs
{
    private static readonly DateTimeOffset Begin = AppBench.Begin;
    private readonly EscalationBus _bus = new();
    private readonly FakeTimeProvider _clock = new(Begin);
    private readonly ServiceBusDeadLetters _letters;

    public ServiceBusDeadLettersSpecs() => _letters = new ServiceBusDeadLetters(_bus.Dead, _bus.Sender, _clock);

    [Fact]
    public async Task Escalation_GivenUp_IsListedWithItsReasonAndCounted()
    {
        await GiveUpAsync("e1", "e2", "e3");
        var listed = await _letters.PeekAsync(96);
        listed.Select(entry => (entry.Id, entry.Queue, entry.SentAt)).ShouldBe(
            [("escalations-1", QueueNames.Escalations, Begin), ("escalations-2", QueueNames.Escalations, Begin.AddMinutes(1)), ("escalations-3", QueueNames.Escalations, Begin.AddMinutes(2))]);
        listed.ShouldAllBe(entry => entry.Why == "MaxDeliveryCountExceeded: Message could not be consumed after 10 delivery attempts.");
        (await _letters.ListAsync(10)).Select(message => message.Why).ShouldBe(listed.Select(entry => entry.Why));
        (await _letters.CountAsync()).ShouldBe([(QueueNames.Escalations, 3)]);
        // To look is not to take, and each look begins at the beginning.
        (await _letters.PeekAsync(2)).Select(entry => entry.Id).ShouldBe(["escalations-1", "escalations-2"]);
        _bus.Held.ShouldBe(0);
    }

    [Fact]
    public async Task Escalation_Replayed_IsNotDroppedAsARepeatOfItself()
    {
        await GiveUpAsync("e1");
        var body = _bus.GivenUp.Single().Body.ToString();
        (await _letters.ReplayAsync(new HashSet<string>())).ShouldBe(["escalations-1"]);
        _bus.GivenUp.ShouldBeEmpty();
        var again = _bus.Waiting.ShouldHaveSingleItem();
        (again.Body.ToString(), again.Subject, again.ContentType).ShouldBe((body, "kuzey", "application/json"));
        again.ApplicationProperties.Keys.ShouldNotContain("DeadLetterReason");
    }

    [Fact]
    public async Task Escalation_ReplayedAndGivenUpAgain_CanBeReplayedAgain()
    {
        await GiveUpAsync("e1");
        await _letters.ReplayAsync(new HashSet<string>());
        _bus.GiveUp(_bus.Waiting.Single(), Begin);
        (await _letters.ReplayAsync(new HashSet<string>())).ShouldBe(["escalations-2"]);
        _bus.Waiting.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Escalation_WhoseReplayDiedHalfWay_IsInTheQueueOnce()
    {
        await GiveUpAsync("e1");
        _bus.LoseCompletion = true;
        await Should.ThrowAsync<ServiceBusException>(async () => await _letters.ReplayAsync(new HashSet<string>()));
        _bus.LoseCompletion = false;
        _bus.LocksExpire();
        (await _letters.ReplayAsync(new HashSet<string>())).ShouldBe(["escalations-1"]);
        _bus.Waiting.ShouldHaveSingleItem();
        _bus.GivenUp.ShouldBeEmpty();
    }

    [Fact]
    public async Task Escalation_NotNamed_StaysAndIsFreeAtOnce()
    {
        await GiveUpAsync("e1", "e2", "e3", "e4", "e5");
        (await _letters.ReplayAsync(new HashSet<string> { "escalations-4", "pulls-1" })).ShouldBe(["escalations-4"]);
        _bus.Waiting.Count.ShouldBe(1);
        (await _letters.PeekAsync(96)).Select(entry => entry.Id).ShouldBe(["escalations-1", "escalations-2", "escalations-3", "escalations-5"]);
        _bus.Held.ShouldBe(0);
    }

    [Fact]
    public async Task Escalations_ThatFailAgainAtOnce_AreReplayedOnceEach()
    {
        await GiveUpAsync("e1", "e2", "e3");
        _bus.Failing = true;
        (await _letters.ReplayAsync(new HashSet<string>())).ShouldBe(["escalations-1", "escalations-2", "escalations-3"]);
        _bus.GivenUp.Count.ShouldBe(3);
        _bus.Held.ShouldBe(0);
    }

    [Fact]
    public async Task Escalations_WhoseLocksRunOut_DoNotKeepTheReplayGoing()
    {
        await GiveUpAsync("e1", "e2");
        _bus.Slow = true;
        (await _letters.ReplayAsync(new HashSet<string> { "escalations-9" })).ShouldBeEmpty();
        _bus.GivenUp.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Board_WhileServiceBusIsDown_IsToldSo()
    {
        _bus.Down = new ServiceBusException("unreachable", ServiceBusFailureReason.ServiceCommunicationProblem);
        (await _letters.ListAsync(10)).ShouldHaveSingleItem().Why.ShouldBe("Service Bus does not say what failed (ServiceBusException).");
        await Should.ThrowAsync<ServiceBusException>(async () => await _letters.PeekAsync(96));
    }

    [Fact]
    public async Task Board_WhileServiceBusIsSilent_WaitsThreeSeconds()
    {
        _bus.Silent = true;
        var list = _letters.ListAsync(10).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(2));
        list.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await list).ShouldHaveSingleItem().Why.ShouldNotBeNull().ShouldStartWith("Service Bus does not say");
        var count = _letters.CountAsync().AsTask();
        _clock.Advance(TimeSpan.FromSeconds(3));
        await Should.ThrowAsync<TimeoutException>(() => count);
        // A reader who has gone away is no trouble of the service's.
        using var gone = new CancellationTokenSource();
        var left = _letters.ListAsync(10, gone.Token).AsTask();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left);
    }

    private async Task GiveUpAsync(params string[] ids)
    {
        var escalations = new ServiceBusEscalations(_bus.Sender);
        foreach (var (i, id) in ids.Index())
        {
            await escalations.SendAsync(new CrisisEscalation { Id = id, Watch = "kuzey", Cause = CrisisCause.Mentions, Kind = CrisisKind.ComplaintWave, Severity = 2, At = Begin, Since = Begin });
            _bus.GiveUp(_bus.Waiting.Single(), Begin.AddMinutes(i));
        }
    }
}
