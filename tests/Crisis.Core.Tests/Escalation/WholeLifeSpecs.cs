using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Core.Tests.Escalation;

public sealed class WholeLifeSpecs
{
    [Fact]
    public async Task ComplaintWave_AcknowledgedAndContained_WalksThroughTheStagesToItsEnd()
    {
        var scenario = new Scenario().Between("09:10", "11:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate();
        await scenario.At("09:20");
        (await scenario.Say("ayse", DecisionVerb.Acknowledge)).ShouldBeNull();
        await scenario.At("11:30");
        (await scenario.Say("ayse", DecisionVerb.Contained)).ShouldBeNull();
        await scenario.At("12:00+3");

        scenario.Stages().ShouldBe(["09:15 respond", "11:30 monitor-after"]);
        scenario.State.End.ShouldBe(CrisisEnd.Recovered);
        scenario.Told(NoticeReason.First).ShouldBe(["09:15 #teams", "09:15 ayse"], ignoreOrder: true);
    }
}
