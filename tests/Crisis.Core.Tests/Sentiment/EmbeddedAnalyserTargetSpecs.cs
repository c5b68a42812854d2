using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Targets;

namespace Crisis.Core.Tests.Sentiment;

public sealed class EmbeddedAnalyserTargetSpecs(AnalyserFixture analyser) : IClassFixture<AnalyserFixture>
{
    [Theory]
    [InlineData("kargom gelmedi", "delivery")]
    [InlineData("Kargonuz çok kötü", "delivery")]
    [InlineData("KARGOCULARINIZDAN ŞİKAYETÇİYİM", "delivery")]
    [InlineData("teslimatınız berbat", "delivery")]
    [InlineData("the deliveries are always late", "delivery punctuality")]
    [InlineData("iademi hala yapmadınız", "refund")]
    [InlineData("where is my refund", "refund")]
    [InlineData("müşteri hizmetlerinize ulaşamıyorum", "support")]
    [InlineData("musteri hizmetleri acmiyor", "support")]
    [InlineData("your customer service is awful", "support")]
    [InlineData("uygulamanız sürekli çöküyor", "app")]
    [InlineData("siparişim kayıp", "order")]
    [InlineData("fiyatlara yine zam", "price")]
    [InlineData("kişisel verilerim sızdı", "privacy")]
    [InlineData("yemeğinizden zehirlendik", "taste food-safety")]
    [InlineData("personeliniz çok kaba", "staff")]
    public void Targets_Inflected_HaveOneNameInBothLanguages(string text, string names) =>
        analyser.Of(text).Targets.Select(target => target.Name).ShouldBe(names.Split(' '));

    [Fact]
    public void Targets_TwoClausesOfDifferentMood_AreLabelledEachByItsOwn() =>
        analyser.Of("Uygulama harika ama müşteri hizmetleri berbat", "tr").Targets.ShouldBe(
            [new OpinionTarget("app", SentimentLabel.Positive), new OpinionTarget("support", SentimentLabel.Negative)]);

    [Fact]
    public void Targets_EnglishClauses_AreLabelledEachByItsOwn() =>
        analyser.Of("Great app but the delivery was awful", "en").Targets.ShouldBe(
            [new OpinionTarget("app", SentimentLabel.Positive), new OpinionTarget("delivery", SentimentLabel.Negative)]);

    [Theory]
    [InlineData("Kuzey Kargo yine gelmedi", "")]
    [InlineData("kuzey kargo'nun uygulaması berbat", "app")]
    [InlineData("Kuzey Kargonun kuryesi çok kaba, kargom nerede", "delivery")]
    public void Targets_WithinTheBrandsOwnName_AreNone(string text, string names)
    {
        var brand = BrandWords.Of(new Core.Watching.Watch { Id = "kuzey", Name = "Kuzey Kargo", Terms = ["kuzey kargo", "#kuzeykargo"] });
        var found = analyser.Analyser.Analyse(new TextToScore(text, "tr") { Brand = brand });
        string.Join(' ', found.Targets.Select(target => target.Name)).ShouldBe(names);
    }

    [Fact]
    public void Targets_NamedTwice_AreListedOnce() => analyser.Of("kargo kargo kargo nerede", "tr").Targets.Count.ShouldBe(1);

    [Theory]
    [InlineData("bugün hava güzel")]
    [InlineData("ne zaman gelirsin")] // zam is a price rise, zaman is time
    [InlineData("I did it in order to win")]
    public void Targets_WordsThatOnlyLookLikeATerm_AreNone(string text) => analyser.Of(text).Targets.ShouldBeEmpty();

    [Fact]
    public void Table_LineWithoutThreeFields_IsRefusedWithTheLine() =>
        Should.Throw<InvalidDataException>(() => TargetTable.Read("tr", new StringReader("delivery\tkargo"))).Message.ShouldContain("delivery\tkargo");
}
