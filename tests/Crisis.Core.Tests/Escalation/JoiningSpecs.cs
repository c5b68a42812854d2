using Crisis.Core.Escalation;
using Shouldly;

namespace Crisis.Core.Tests.Escalation;

public sealed class JoiningSpecs
{
    [Theory]
    [InlineData("09:30", CrisisKind.MistakenPost)] // what speaks for it was there from the beginning
    [InlineData("11:00", CrisisKind.ComplaintWave)] // anger at the brand's answer, hours later
    public async Task ComplaintWave_AMoreTellingKindIsFound_GivesWayOnlyInTheBeginning(string found, CrisisKind kind)
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate(CrisisKind.ComplaintWave);
        await scenario.At(found);
        await scenario.Escalate(CrisisKind.MistakenPost, detector: "post-backlash");
        scenario.State.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task MistakenPost_AWaveJoins_StaysWhatItIs()
    {
        var scenario = new Scenario().Between("09:10", "12:00", 80, 40);
        await scenario.At("09:12");
        await scenario.Escalate(CrisisKind.MistakenPost, detector: "post-backlash");
        await scenario.At("09:20");
        await scenario.Escalate(CrisisKind.ComplaintWave, detector: "complaint-wave");
        scenario.State.Kind.ShouldBe(CrisisKind.MistakenPost);
    }
}
