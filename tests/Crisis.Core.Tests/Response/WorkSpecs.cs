using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Response;

public sealed class WorkSpecs
{
    private static async Task<Scenario> Acknowledged(int severity = 2, CrisisKind kind = CrisisKind.ComplaintWave)
    {
        var scenario = new Scenario().Between("09:10", "14:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate(kind, severity);
        await scenario.At("09:20");
        (await scenario.Say("ayse", DecisionVerb.Acknowledge)).ShouldBeNull();
        return scenario;
    }

    [Fact]
    public async Task Steps_RespondBegins_HaveOwnersAndDueTimesBySeverity()
    {
        var scenario = await Acknowledged();
        scenario.State.Steps.Select(s => $"{s.Id} {s.Owner} {Scenario.Local(s.DueAt!.Value)}")
            .ShouldBe(["look ayse 09:45", "answer mehmet 10:15", "fix can 13:15"]);
    }

    [Fact]
    public async Task Steps_Overdue_RemindsTheOwnerOnce()
    {
        var scenario = await Acknowledged();
        await scenario.At("09:40");
        await scenario.Say("ayse", DecisionVerb.StepDone, ("step", "look"));
        await scenario.At("10:20");
        scenario.Told(NoticeReason.StepDue).ShouldBe(["10:15 mehmet"]);
    }

    [Fact]
    public async Task StepDone_UnknownOrTwice_IsRefused()
    {
        var scenario = await Acknowledged();
        (await scenario.Say("ayse", DecisionVerb.StepDone, ("step", "nothing"))).ShouldBe(Refusals.UnknownStep);
        (await scenario.Say("ayse", DecisionVerb.StepDone, ("step", "look"), ("text", "three routes late"))).ShouldBeNull();
        (await scenario.Say("jane", DecisionVerb.StepDone, ("step", "look"))).ShouldBe(Refusals.AlreadyDone);
        scenario.State.Steps[0].ShouldBe(scenario.State.Steps[0] with { Status = StepStatus.Done, By = "ayse", Note = "three routes late" });
    }

    [Fact]
    public async Task StepSkip_WithoutReason_IsRefused()
    {
        var scenario = await Acknowledged();
        (await scenario.Say("ayse", DecisionVerb.StepSkip, ("step", "fix"))).ShouldBe(Refusals.ReasonMissing);
        (await scenario.Say("ayse", DecisionVerb.StepSkip, ("step", "fix"), ("reason", "no fault of ours"))).ShouldBeNull();
        scenario.State.Steps[2].Status.ShouldBe(StepStatus.Skipped);
    }

    [Fact]
    public async Task StepDone_NobodyAcknowledged_CountsAsAcknowledged()
    {
        var scenario = new Scenario().Between("09:10", "14:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:18");
        await scenario.Say("mehmet", DecisionVerb.StepDone, ("step", "answer"));
        scenario.State.Lead.ShouldBe("mehmet");
        scenario.State.AcknowledgedAt.ShouldBe(Scenario.Time("09:18"));
    }

    [Fact]
    public async Task SetKind_WhileResponding_TakesTheNewPlaybookAndKeepsWhatIsDone()
    {
        var scenario = await Acknowledged();
        await scenario.Say("ayse", DecisionVerb.StepDone, ("step", "look"));
        await scenario.At("10:00");
        (await scenario.Say("ayse", DecisionVerb.SetKind, ("kind", "account-takeover"), ("reason", "it was not us"))).ShouldBeNull();
        scenario.State.Steps.Select(s => $"{s.Id} {KebabCase.Of(s.Status)}").ShouldBe(["look done", "password open", "sessions open"]);
        scenario.State.Steps[1].DueAt.ShouldBe(Scenario.Time("10:10"));
        scenario.State.Drafts.Select(d => d.Id).ShouldBe(["takeover"]);
        (await scenario.Say("ayse", DecisionVerb.SetKind, ("kind", "account-takeover"))).ShouldBe(Refusals.AlreadyThatKind);
        (await scenario.Say("ayse", DecisionVerb.SetKind, ("kind", "bad-weather"))).ShouldBe(Refusals.UnknownKind);
    }

    [Fact]
    public async Task Drafts_Offered_AreFilledWithFactsInEveryLanguage()
    {
        var scenario = await Acknowledged();
        var text = (await new DraftTexts(scenario.Store).FindAsync(scenario.Crisis, "apology", 1))!;
        text.Texts["tr"].ShouldBe("Kuzey Kargo: teslimat için özür dileriz (2 Mart 09:10).");
        text.Texts["en"].ShouldBe("Kuzey Kargo: we are sorry about teslimat (2 March 09:10).");
    }

    [Fact]
    public async Task Drafts_SavedSeveralTimes_AskForOneApproval()
    {
        var scenario = await Acknowledged();
        for (var i = 1; i <= 3; i++) await scenario.Say("ayse", DecisionVerb.DraftEdit, ("draft", "offer"), ("text", $"Text {i}"), ("language", "en"));
        await scenario.At("09:30");
        scenario.Told(NoticeReason.Approval).ShouldBe(["09:21 jane"]);
        scenario.Notices.Sent.Single(n => n.Notice.Reason == NoticeReason.Approval).Notice.Facts["version"].ShouldBe("4");
    }

    [Fact]
    public async Task DraftApprove_ByAnotherRole_IsRefused()
    {
        var scenario = await Acknowledged();
        (await scenario.Say("ayse", DecisionVerb.DraftApprove, ("draft", "offer"))).ShouldBe(Refusals.NotAnApprover);
        (await scenario.Say("jane", DecisionVerb.DraftApprove, ("draft", "no-such"))).ShouldBe(Refusals.UnknownDraft);
    }

    [Fact]
    public async Task DraftApprove_WithText_KeepsItWordForWord()
    {
        const string Words = "  İçtenlikle özür dileriz — yarın \"ücretsiz\" teslim.\n";
        var scenario = await Acknowledged();
        (await scenario.Say("jane", DecisionVerb.DraftApprove, ("draft", "apology"), ("text", Words), ("version", "1"))).ShouldBeNull();
        var text = (await new DraftTexts(scenario.Store).FindAsync(scenario.Crisis, "apology", 2))!;
        text.Texts["tr"].ShouldBe(Words);
        text.ApprovedBy.ShouldBe("jane");
        scenario.State.Drafts.Single(d => d.Id == "apology").Status.ShouldBe(DraftStatus.Approved);
    }

    [Fact]
    public async Task DraftApprove_OfAVersionThatChangedMeanwhile_IsRefused()
    {
        var scenario = await Acknowledged();
        await scenario.Say("ayse", DecisionVerb.DraftEdit, ("draft", "apology"), ("text", "Other words"), ("version", "1"));
        (await scenario.Say("jane", DecisionVerb.DraftApprove, ("draft", "apology"), ("version", "1"))).ShouldBe(Refusals.OutdatedVersion);
        (await scenario.Say("jane", DecisionVerb.DraftApprove, ("draft", "apology"), ("version", "2"))).ShouldBeNull();
    }

    [Fact]
    public async Task Pause_Proposed_IsAnsweredAndLiftedAtTheEnd()
    {
        var scenario = await Acknowledged();
        scenario.State.Pause!.Answer.ShouldBe("paused 3 posts");
        await scenario.Say("ayse", DecisionVerb.Close, ("reason", "settled by phone"));
        scenario.Rooms.Pauses.Select(p => p.Resume).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Updates_NumbersMove_AreSentEveryHalfHour()
    {
        var scenario = await Acknowledged();
        await scenario.At("10:00");
        await scenario.Say("ayse", DecisionVerb.Note, ("text", "…"));
        await scenario.At("10:16");
        scenario.Told(NoticeReason.Update).Where(t => t.EndsWith("#teams", StringComparison.Ordinal)).ShouldBe(["09:45 #teams", "10:15 #teams"]);
        scenario.Notices.Sent.Last(n => n.Notice.Reason == NoticeReason.Update).Notice.Facts["new-mentions"].ShouldBe("480");
    }

    [Fact]
    public async Task Updates_NothingNew_SayNothing()
    {
        var scenario = new Scenario().Between("09:10", "09:20", 80, 40);
        scenario.Numbers.Between(Scenario.Time("09:20"), Scenario.Time("14:00"), 0, 0);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("12:00");
        var later = scenario.Notices.Sent.Where(n => n.Notice.Reason == NoticeReason.Update && n.At > Scenario.Time("09:45")).ToList();
        later.ShouldAllBe(n => n.Notice.Facts["changes"].StartsWith("severity"), "only that severity falls is news");
        later.Count(n => n.Notice.Recipient == "channel:teams").ShouldBe(2);
    }

    [Fact]
    public async Task Updates_StormOfChanges_BecomesOne()
    {
        var scenario = await Acknowledged();
        await scenario.Say("ayse", DecisionVerb.Raise, ("reason", "press"));
        await scenario.Say("ayse", DecisionVerb.Lower);
        await scenario.Say("ayse", DecisionVerb.Lower);
        await scenario.Say("ayse", DecisionVerb.StepDone, ("step", "look"));
        await scenario.At("09:26");
        scenario.Told(NoticeReason.Update).Where(t => t.EndsWith("#teams", StringComparison.Ordinal)).ShouldBe(["09:21 #teams"]);
        scenario.Notices.Sent.Last(n => n.Notice.Reason == NoticeReason.Update).Notice.Facts["changes"].Split('\n').Length.ShouldBe(4);
    }

    [Fact]
    public async Task Severity_SetByAPerson_IsLeftAloneByNumbersAndSignals()
    {
        var scenario = await Acknowledged(severity: 3);
        (await scenario.Say("ayse", DecisionVerb.Lower, ("severity", "4"))).ShouldBeNull();
        (await scenario.Say("ayse", DecisionVerb.Lower)).ShouldBe(Refusals.NotASeverity);
        (await scenario.Say("ayse", DecisionVerb.Raise, ("severity", "4"))).ShouldBe(Refusals.NotASeverity);
        await scenario.Escalate(severity: 1, detector: "surge");
        await scenario.At("10:30");
        scenario.State.Severity.ShouldBe(4);
    }

    [Fact]
    public async Task Severity_StrongerSignalJoins_Rises()
    {
        var scenario = await Acknowledged(severity: 3);
        await scenario.Escalate(severity: 1, detector: "surge");
        scenario.State.Severity.ShouldBe(1);
        scenario.State.Signals.Select(s => s.Detector).ShouldBe(["surge", "negative-surge"]);
        scenario.Lines("opened").Count.ShouldBe(1);
        scenario.Told(NoticeReason.Escalation).ShouldBe(["09:20 jane"]);
    }

    [Fact]
    public async Task Severity_NumbersCalmForAnHour_FallsByOne()
    {
        var scenario = new Scenario().Between("09:10", "09:40", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        await scenario.Say("ayse", DecisionVerb.Acknowledge);
        await scenario.At("12:00");
        scenario.State.Severity.ShouldBeGreaterThan(2);
        scenario.Lines("severity")[0].Detail["reason"].ShouldBe("numbers");
    }

    [Fact]
    public async Task Severity_NumbersGrowManifold_Rises()
    {
        var scenario = new Scenario().Between("09:10", "09:30", 40, 15).Between("09:30", "11:00", 2000, 1500);
        await scenario.At("09:12");
        await scenario.Escalate(severity: 3);
        await scenario.At("10:00");
        scenario.State.Severity.ShouldBe(1);
    }
}
