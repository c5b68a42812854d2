using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Escalation;

public sealed class ManyCrisesSpecs
{
    private static async Task<Scenario> Responding()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        return scenario;
    }

    [Fact]
    public async Task Merge_IntoAnotherCause_GoesOnThereAndItsSignalsToo()
    {
        var scenario = await Responding();
        var other = await scenario.Escalate(CrisisKind.MistakenPost, cause: CrisisCause.OwnAccount, detector: "own-post");
        await scenario.At("09:30");
        (await scenario.Say("ayse", DecisionVerb.Merge, ("into", "nowhere"))).ShouldBe(Refusals.UnknownCrisis);
        (await scenario.Say("ayse", DecisionVerb.Merge, ("into", other), ("reason", "the post caused it"))).ShouldBeNull();
        await scenario.At("09:31");
        scenario.State.End.ShouldBe(CrisisEnd.Merged);
        scenario.StateOf(other).Signals.Select(s => s.Detector).ShouldBe(["own-post", "negative-surge"], ignoreOrder: true);
        (await scenario.Escalate(id: "more")).ShouldBe(other, "the cause went along");
        (await scenario.Say("ayse", DecisionVerb.Reopen)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Split_PartOfACrisis_BecomesItsOwnBesideIt()
    {
        var scenario = await Responding();
        await scenario.Escalate(detector: "known-problem");
        (await scenario.Say("ayse", DecisionVerb.Split)).ShouldBe(Refusals.ReasonMissing);
        (await scenario.Say("ayse", DecisionVerb.Split, ("reason", "two stories"), ("detector", "known-problem"))).ShouldBeNull();
        await scenario.At("09:21");
        var all = await scenario.Crises.ListOpenAsync();
        all.Count.ShouldBe(2);
        var part = all.Single(c => c.Id != scenario.Crisis);
        scenario.StateOf(part.Id).Signals.Select(s => s.Detector).ShouldBe(["known-problem"]);
        scenario.StateOf(part.Id).Stage.ShouldBe(CrisisStage.Respond);
        scenario.State.Signals.Select(s => s.Detector).ShouldBe(["negative-surge"]);
        (await scenario.Escalate(id: "next")).ShouldBe(scenario.Crisis);
    }

    [Fact]
    public async Task Close_ByAPerson_EndsItWithAReport()
    {
        var scenario = await Responding();
        (await scenario.Say("ayse", DecisionVerb.Close, ("reason", "settled"))).ShouldBeNull();
        scenario.State.End.ShouldBe(CrisisEnd.ClosedByPerson);
        scenario.Rooms.Reports.Count.ShouldBe(1);
        (await scenario.Say("ayse", DecisionVerb.Contained)).ShouldBe(Refusals.Closed);
        (await scenario.Say("ayse", DecisionVerb.Note, ("text", "They wrote again"))).ShouldBeNull();
        scenario.Lines("decision")[^1].Detail["text"].ShouldBe("They wrote again");
    }

    [Fact]
    public async Task Reopen_Closed_CallsTheTeamAgain()
    {
        var scenario = await Responding();
        (await scenario.Say("ayse", DecisionVerb.Reopen)).ShouldBe(Refusals.NotClosed);
        await scenario.Say("ayse", DecisionVerb.Close);
        await scenario.At("10:00");
        (await scenario.Say("ayse", DecisionVerb.Reopen, ("reason", "too early"))).ShouldBeNull();
        await scenario.At("10:01");
        scenario.State.Open.ShouldBeTrue();
        scenario.Told(NoticeReason.First).Count(t => t.StartsWith("10:00", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        (await scenario.Escalate(id: "again")).ShouldBe(scenario.Crisis);
    }

    [Fact]
    public async Task Reopen_AnotherHasTheCauseMeanwhile_IsRefused()
    {
        var scenario = await Responding();
        await scenario.Say("ayse", DecisionVerb.Close);
        await scenario.At("10:00");
        (await scenario.Escalate(id: "new")).ShouldNotBe(scenario.Crisis);
        (await scenario.Say("ayse", DecisionVerb.Reopen)).ShouldBe(Refusals.CauseTaken);
    }

    [Fact]
    public async Task OpenByHand_WhileOneIsOpen_JoinsIt()
    {
        var scenario = await Responding();
        (await scenario.Say("jane", DecisionVerb.Open, ("reason", "a journalist called"))).ShouldBeNull();
        scenario.Lines("joined").Single().By.ShouldBe("jane");
        (await scenario.Crises.ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_WithoutACrisis_IsRecordedForTheDetectors()
    {
        var scenario = new Scenario();
        (await scenario.Say("ayse", DecisionVerb.Silence, ("until", "2026-03-02T12:00Z"))).ShouldBe(Refusals.ReasonMissing);
        (await scenario.Say("ayse", DecisionVerb.Silence, ("reason", "match day"), ("until", "yesterday"))).ShouldBe(Refusals.UntilMissing);
        (await scenario.Say("ayse", DecisionVerb.Silence, ("reason", "match day"), ("until", "2026-03-02T12:00Z"), ("detector", "surge"))).ShouldBeNull();
        var silence = (await new Silences(scenario.Store).ListAsync("kuzey")).Single();
        silence.Covers(CrisisCause.Mentions, "surge", Scenario.Time("10:00")).ShouldBeTrue();
        silence.Covers(CrisisCause.Mentions, "negative-surge", Scenario.Time("10:00")).ShouldBeFalse();
        silence.Covers(CrisisCause.Mentions, "surge", Scenario.Time("15:00")).ShouldBeFalse();
    }

    [Fact]
    public async Task Feedback_OnACrisis_ReachesEveryDetectorThatFoundIt()
    {
        var scenario = await Responding();
        (await scenario.Say("jane", DecisionVerb.Feedback, ("useful", "perhaps"))).ShouldBe(Refusals.UsefulMissing);
        (await scenario.Say("jane", DecisionVerb.Feedback, ("useful", "false"))).ShouldBeNull();
        (await new DetectorFeedbacks(scenario.Store).ListAsync("kuzey")).Select(f => (f.Detector, f.Useful)).ShouldBe([("*", false), ("negative-surge", false)], ignoreOrder: true);
        scenario.State.Aftermath.Useful.ShouldBe(false);
    }

    [Fact]
    public async Task CorrectSentiment_OfAMention_IsRecorded()
    {
        var scenario = await Responding();
        (await scenario.Say("jane", DecisionVerb.CorrectSentiment, ("mention", "mastodon|1"), ("label", "angry"))).ShouldBe(Refusals.UnknownLabel);
        (await scenario.Say("jane", DecisionVerb.CorrectSentiment, ("mention", "mastodon|1"), ("label", "positive"))).ShouldBeNull();
        (await new SentimentCorrections(scenario.Store).ListAsync("kuzey")).Single().Label.ShouldBe(SentimentLabel.Positive);
    }

    [Fact]
    public async Task Decide_SameIdTwice_ChangesNothingAndAnswersTheSame()
    {
        var scenario = await Responding();
        var decision = scenario.Decide("ayse", DecisionVerb.Raise);
        await scenario.Decisions.DecideAsync(decision);
        await scenario.RunTo(scenario.Clock.GetUtcNow());
        var again = await scenario.Decisions.DecideAsync(decision);
        await scenario.RunTo(scenario.Clock.GetUtcNow());
        again.ShouldBe(new DecisionResult(InboxOutcome.Applied, scenario.Crisis, null));
        scenario.State.Severity.ShouldBe(1);
    }

    [Fact]
    public async Task Decide_WouldBeRefused_SaysSoAtOnce()
    {
        var scenario = await Responding();
        var result = await scenario.Decisions.DecideAsync(scenario.Decide("jane", DecisionVerb.Acknowledge));
        result.ShouldBe(new DecisionResult(InboxOutcome.Waiting, scenario.Crisis, Refusals.AlreadyAcknowledged));
    }
}
