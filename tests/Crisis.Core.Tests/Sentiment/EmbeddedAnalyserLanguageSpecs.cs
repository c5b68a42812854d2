using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Sentiment;

public sealed class EmbeddedAnalyserLanguageSpecs(AnalyserFixture analyser) : IClassFixture<AnalyserFixture>
{
    [Theory]
    [InlineData("Kargom hala gelmedi", "tr")]
    [InlineData("kargom hala gelmedi cok kotu", "tr")]
    [InlineData("My package still has not arrived", "en")]
    [InlineData("thanks for the quick answer", "en")]
    [InlineData("app sürekli crash oluyor, support cevap vermiyor", "tr")]
    public void Analyse_NoHint_FindsTheLanguage(string text, string language) => analyser.Of(text).Language.ShouldBe(language);

    [Theory]
    [InlineData("Der Zug war heute wieder zu spät und der Kaffee kalt")]
    [InlineData("El servicio es muy malo y no responden a los mensajes")]
    [InlineData("Le service est très mauvais et je ne suis pas content")]
    [InlineData("Il servizio non è per niente buono e non mi piace")]
    [InlineData("Обслуживание ужасное, я очень зол")]
    [InlineData("الخدمة سيئة جدا")]
    [InlineData("とても悪いサービス")]
    [InlineData("非常糟糕的服务")]
    public void Analyse_OtherLanguage_IsUnscoredNotNeutral(string text)
    {
        var finding = analyser.Of(text);
        finding.Label.ShouldBe(SentimentLabel.Unscored);
        (finding.Positive + finding.Neutral + finding.Negative).ShouldBe(0);
        finding.Language.ShouldNotBeOneOf("tr", "en");
    }

    [Fact]
    public void Analyse_HintOfALanguageItLacks_IsUnscored() => analyser.Of("Das ist schlecht", "de").ShouldBe(TextSentiment.Unscored with { Language = "de" });

    [Fact]
    public void Analyse_HintWithRegion_IsRead() => analyser.Of("harika", "tr-TR").Language.ShouldBe("tr");

    [Fact]
    public void Analyse_HintPlainlyWrong_IsOverruled() =>
        analyser.Of("Siparişim iki haftadır gelmedi, müşteri hizmetlerine de ulaşamıyorum, çok mağdurum", "en").Language.ShouldBe("tr");

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("\u200B\u200B")]
    [InlineData("qwrtz plmkj zxcvb")]
    [InlineData("12345 67 89")]
    [InlineData("https://t.co/abc @kuzey")]
    public void Analyse_NothingToJudge_IsUnscored(string text) => analyser.Of(text).Label.ShouldBe(SentimentLabel.Unscored);
}
