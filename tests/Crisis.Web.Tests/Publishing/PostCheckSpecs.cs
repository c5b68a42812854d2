using Crisis.Core.Escalation;
using Crisis.Core.Watching;
using Crisis.Web.Language;
using Crisis.Web.Publishing;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Publishing;

public sealed class PostCheckSpecs
{
    private static readonly Watch Watch = new()
    {
        Id = "kuzey",
        Name = "Kuzey Kargo",
        Terms = ["kuzey kargo", "#kuzeykargo"],
        SevereWords = new Dictionary<string, IReadOnlyList<string>> { ["tr"] = ["kıyım"] },
    };

    [Theory]
    [InlineData("Kampanya başladı #kuzeykarg", "hashtag-near")]
    [InlineData("Bize yazın: destek 0532 123 45 67", "personal-data")]
    [InlineData("Fiyat KIYIMI başladı", "severe")]
    [InlineData("Ayrıntı: http://kuzey.example/x", "link-plain")]
    [InlineData("Yarın buradayız #kuzeykargo", "hashtag-mood")]
    [InlineData("Yarın buradayız", "crisis")]
    public async Task Post_WithATrap_IsStoppedForIt(string text, string key)
    {
        await using var site = await SampleSite.StartAsync();
        var found = await site.Get<PostCheck>().CheckAsync(text, Watch, new WordCatalogue().In("tr"));
        found.ShouldContain(f => f.Key == key && f.Stop);
    }

    [Fact]
    public async Task Post_WithoutATrap_IsFree_ButAsksForASecondPairOfEyes()
    {
        await using var site = await SampleSite.StartAsync();
        var found = await site.Get<PostCheck>().CheckAsync("Yarın yeni şubemiz açılıyor.", Watch with { Id = "lodos" }, new WordCatalogue().In("tr"));
        found.ShouldHaveSingleItem().Key.ShouldBe("second-pair");
    }
}
