using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Tests.Notices;

namespace Crisis.Core.Tests.Response;

public sealed class DraftFactsSpecs
{
    [Theory]
    [InlineData("tr", "Konu teslimat: Kuzey Kargo")]
    [InlineData("en", "Konu delivery: Kuzey Kargo")]
    public void Topic_IsSaidInTheDraftsLanguage(string language, string text) =>
        DraftFacts.Fill("Konu {topic}: {brand}", About("delivery"), "Kuzey Kargo", "Europe/Istanbul", language).ShouldBe(text);

    [Fact]
    public void Topic_ThatTheProductHasNoNameFor_IsSaidAsPeopleSayIt() =>
        DraftFacts.Fill("Konu {topic}", About("kapıcı"), "Kuzey Kargo", "Europe/Istanbul", "tr").ShouldBe("Konu kapıcı");

    private static CrisisState About(string target) => NoticeSample.State with { Spread = new SpreadReport { At = NoticeSample.State.OpenedAt, Targets = [new EvidenceCount(target, 9, 8, 7)] } };
}
