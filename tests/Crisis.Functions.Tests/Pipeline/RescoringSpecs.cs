using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Functions.Sentiment;
using Crisis.Functions.Tests.Sentiment;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Functions.Tests.Pipeline;

public sealed class RescoringSpecs
{
    private readonly LanguageService _service = new();

    [Fact]
    public async Task Outage_Over_HasTheServiceJudgeWhatTheStandInJudged()
    {
        using var app = Bench();
        _service.Refusal = new Answer(503);
        await SendAsync(app, "bad luck", "good luck");
        var again = (await app.DrainAsync()).ShouldHaveSingleItem();
        (await AnalysersAsync(app)).ShouldBe(["embedded"]);
        _service.Refusal = null;
        app.Clock.Advance(again.Delay);
        await app.HandleAsync(again.Queue, again.Body);
        app.Queue.TakeAll().ShouldBeEmpty();
        (await AnalysersAsync(app)).ShouldBe(["language"]);
        _service.Texts.Order().ShouldBe(["bad luck", "good luck"]);
        var counts = (await app.Get<MentionStore>().Windows.ReadAsync("kuzey", AppBench.Begin.AddMinutes(-5), AppBench.Begin.AddMinutes(5), default)).ShouldHaveSingleItem();
        (counts.Mentions, counts.Negative, counts.Positive).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task Outage_ThatGoesOn_IsAskedAgainLaterAndLaterAndThenNoMore()
    {
        using var app = Bench();
        _service.Refusal = new Answer(503);
        await SendAsync(app, "bad luck");
        var delays = new List<double>();
        while ((await app.DrainAsync()) is [var again])
        {
            delays.Add(again.Delay.TotalMinutes);
            app.Clock.Advance(again.Delay);
            await app.HandleAsync(again.Queue, again.Body);
        }

        delays.ShouldBe([15, 30, 60, 120, 240, 480]);
        (await AnalysersAsync(app)).ShouldBe(["embedded"]);
    }

    private AppBench Bench() => new(services => services.AddSingleton(provider => new SentimentRequest(_service, provider.GetRequiredService<EmbeddedAnalyser>())), ("Crisis__LanguageEndpoint", "https://language.example"), ("Crisis__LanguageKey", "k"));

    private static async Task SendAsync(AppBench app, params string[] texts) => await app.Get<IMentionBatches>().SendAsync(new MentionBatch("kuzey", [.. texts.Select((text, i) => new Mention
    {
        Source = "push",
        Id = $"m{i}",
        CreatedAt = AppBench.Begin,
        Language = "en",
        Text = text,
    })])
    { ReceivedAt = AppBench.Begin });

    private static async Task<IEnumerable<string?>> AnalysersAsync(AppBench app) =>
        (await app.Get<MentionStore>().Windows.ReadAsync("kuzey", AppBench.Begin.AddMinutes(-5), AppBench.Begin.AddMinutes(5), default)).SelectMany(window => window.Analysers.Where(a => a.Value.Mentions > 0).Select(a => a.Key));
}
