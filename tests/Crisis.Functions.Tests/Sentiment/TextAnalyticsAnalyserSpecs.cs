using Crisis.Core.Mentions.Sources;
using Crisis.Core.Sentiment;
using Crisis.Core.Tests.Storage;
using Crisis.Functions.Azure;
using Crisis.Functions.Sentiment;
using Crisis.Functions.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Functions.Tests.Sentiment;

public sealed class TextAnalyticsAnalyserSpecs
{
    private static readonly EmbeddedAnalyser Embedded = EmbeddedAnalyser.Load();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRowStore _rows = new();
    private readonly LanguageService _service = new();

    [Fact]
    public async Task Texts_OfABatch_AreAskedTenARequestAndAnsweredInOrder()
    {
        var findings = await Instance().AnalyseAsync(Texts(95, i => i % 2 == 0 ? $"bad {i}" : $"good {i}"));
        _service.Requests.Select(request => request.Count).Order().ShouldBe([5, .. Enumerable.Repeat(10, 9)]);
        findings.Select(finding => finding.Label).ShouldBe(Enumerable.Range(0, 95).Select(i => i % 2 == 0 ? SentimentLabel.Negative : SentimentLabel.Positive));
        findings.ShouldAllBe(finding => finding.By == null && !finding.Provisional && finding.Targets[0].Name == "kargo");
    }

    [Fact]
    public async Task Text_PaidForByOneInstance_IsReusedByTheOthersForADay()
    {
        var texts = Texts(25, i => $"bad {i}");
        await Instance().AnalyseAsync(texts);
        _clock.Advance(TimeSpan.FromHours(20));
        var findings = await Instance().AnalyseAsync(texts);
        findings.ShouldAllBe(finding => finding.Label == SentimentLabel.Negative && finding.By == null);
        _service.Texts.ShouldBeUnique();
        _clock.Advance(TimeSpan.FromHours(5));
        await Instance().AnalyseAsync(texts);
        _service.Texts.Count().ShouldBe(50);
    }

    [Fact]
    public async Task Texts_OfManyInstancesAtOnce_AreNeverPaidTwice()
    {
        var instances = Enumerable.Range(0, 6).Select(_ => Instance()).ToList();
        var findings = await Task.WhenAll(instances.Select(instance => instance.AnalyseAsync(Texts(120, i => $"bad {i}")).AsTask()));
        _service.Texts.ShouldBeUnique();
        _service.Texts.Count().ShouldBe(120);
        findings.SelectMany(found => found).ShouldAllBe(finding => finding.By == null || finding.Provisional);
    }

    [Fact]
    public async Task Claim_OfAnInstanceThatDied_IsTakenOverAfterAWhile()
    {
        await new ReusedFindings(_rows, _clock).ClaimAsync(Texts(3, i => $"bad {i}"));
        (await Instance().AnalyseAsync(Texts(3, i => $"bad {i}"))).ShouldAllBe(finding => finding.By == "embedded" && finding.Provisional);
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await Instance().AnalyseAsync(Texts(3, i => $"bad {i}"))).ShouldAllBe(finding => finding.By == null);
    }

    [Fact]
    public async Task Service_ThatAsksForPatience_IsLeftAloneByAllInstancesUntilThen()
    {
        _service.Refusal = new Answer(429, "120");
        (await Instance().AnalyseAsync(Texts(30, i => $"bad {i}"))).ShouldAllBe(finding => finding.By == "embedded" && finding.Provisional);
        _service.Refusal = null;
        (await Instance().AnalyseAsync(Texts(30, i => $"worse {i}"))).ShouldAllBe(finding => finding.By == "embedded" && finding.Provisional);
        _service.Requests.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(121));
        (await Instance().AnalyseAsync(Texts(30, i => $"late {i}"))).ShouldAllBe(finding => finding.By == null);
    }

    [Fact]
    public async Task Surge_BeyondTheRate_IsSampledNewestFirstInFullRequests()
    {
        var findings = await Instance(("Crisis__SentimentDocumentsPerMinute", "100")).AnalyseAsync(Texts(300, i => $"bad {i}"));
        _service.Texts.Order().ShouldBe(Enumerable.Range(0, 70).Select(i => $"bad {i}").Order());
        findings.Take(70).ShouldAllBe(finding => finding.By == null);
        // That the others were not asked was decided: nothing asks for them again.
        findings.Skip(70).ShouldAllBe(finding => finding.By == "embedded" && !finding.Provisional);
    }

    [Fact]
    public async Task Day_AtItsCeiling_PaysNoMore()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await Instance(("Crisis__SentimentDocumentsPerDay", "50")).AnalyseAsync(Texts(20, i => $"bad {minute} {i}"));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        _service.Texts.Count().ShouldBeLessThanOrEqualTo(50);
        _clock.Advance(TimeSpan.FromDays(1));
        (await Instance(("Crisis__SentimentDocumentsPerDay", "50")).AnalyseAsync(Texts(20, i => $"next {i}"))).ShouldAllBe(finding => finding.By == null);
    }

    [Fact]
    public async Task Document_ThatTheServiceCannotJudge_IsTheStandInsAlone()
    {
        var findings = await Instance().AnalyseAsync([new("bad", "en"), new("unreadable", "en"), new("good", "en")]);
        findings.Select(finding => finding.By).ShouldBe([null, "embedded", null]);
        findings[1].Provisional.ShouldBeFalse();
    }

    [Fact]
    public async Task Text_LongerThanADocument_IsCutAtWholeElements()
    {
        await Instance().AnalyseAsync([new(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 6_000)), "en")]);
        var asked = _service.Texts.ShouldHaveSingleItem();
        new System.Globalization.StringInfo(asked).LengthInTextElements.ShouldBe(5_120);
    }

    [Fact]
    public async Task Text_WithoutALanguage_IsAskedWithTheOneFound()
    {
        await Instance().AnalyseAsync([new("Kargom yine gelmedi, rezalet bir hizmet, çok kötü", null)]);
        _service.Requests.Single()[0].Language.ShouldBe("tr");
    }

    private TextAnalyticsAnalyser Instance(params (string Name, string Value)[] settings) => new(
        new SentimentRequest(_service, Embedded), Embedded, new ReusedFindings(_rows, _clock), new SentimentBudget(new StoredQuotaLedger(_rows, _clock), Sample.Settings(settings), _clock), Sample.Metrics);

    private static List<TextToScore> Texts(int count, Func<int, string> text) => [.. Enumerable.Range(0, count).Select(i => new TextToScore(text(i), "en"))];
}
