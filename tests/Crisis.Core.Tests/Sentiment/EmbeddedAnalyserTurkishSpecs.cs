using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Sentiment;

public sealed class EmbeddedAnalyserTurkishSpecs(AnalyserFixture analyser) : IClassFixture<AnalyserFixture>
{
    [Theory]
    [InlineData("Kargom 10 gündür gelmedi, rezalet!")]
    [InlineData("cok kotu bir firma sakin almayin")]
    [InlineData("ÇOK KÖTÜ BİR FİRMA")]
    [InlineData("hiç memnun kalmadım")]
    [InlineData("memnun değilim")]
    [InlineData("iyi değil")]
    [InlineData("Ürünü beğenmedim")]
    [InlineData("paramı iade etmediniz dolandırıcılar")]
    [InlineData("Uygulamanıza giremiyorum, şifre gelmiyor")]
    [InlineData("Yemekten zehirlendik, hastanedeyiz")]
    [InlineData("müşteri hizmetlerine ulaşamıyorum, kimse ilgilenmiyor")]
    [InlineData("Kalitesiz ürün, kırık geldi")]
    [InlineData("3 haftadır mağdurum cevap yok")]
    [InlineData("berbaaaat bir hizmet")]
    [InlineData("Yazıklar olsun size")]
    [InlineData("bir daha asla sizden alışveriş yapmam")]
    [InlineData("kişisel verilerimiz sızdırıldı, skandal")]
    [InlineData("tavsiye etmiyorum")]
    [InlineData("Telefonu açan yok")]
    [InlineData("Kimse dönüş yapmadı")]
    [InlineData("Evdeyim ama kurye evde yok yazıp gitmiş")]
    [InlineData("Dört gündür aynı şubede")]
    [InlineData("Mesajlarıma dönmüyorlar")]
    [InlineData("Kartım üç kere reddedildi bakiye var")]
    public void Analyse_Complaint_IsNegative(string text) => analyser.Of(text, "tr").Label.ShouldBe(SentimentLabel.Negative);

    [Theory]
    [InlineData("çok memnun kaldım teşekkürler")]
    [InlineData("cok tesekkur ederim harikasiniz")]
    [InlineData("HARİKA BİR ÜRÜN BAYILDIM")]
    [InlineData("harika bir urun")]
    [InlineData("sorunsuz ve hızlı teslimat")]
    [InlineData("hiç sorun yaşamadım, tavsiye ederim")]
    [InlineData("fena değil, beğendim")]
    [InlineData("çooook güzel olmuş, elinize sağlık")]
    [InlineData("iyi ki varsınız ❤")]
    [InlineData("Seviyorum sizi :)")]
    public void Analyse_Praise_IsPositive(string text) => analyser.Of(text, "tr").Label.ShouldBe(SentimentLabel.Positive);

    [Theory]
    [InlineData("Bugün saat 15:00'te toplantı var")]
    [InlineData("Mağaza saat kaçta açılıyor?")]
    [InlineData("Kargo yola çıktı")]
    [InlineData("Faturamı ödedim")]
    [InlineData("Stokta yok")]
    [InlineData("Yarın şubeden alacağım")]
    public void Analyse_PlainStatement_IsNeutral(string text) => analyser.Of(text, "tr").Label.ShouldBe(SentimentLabel.Neutral);

    [Theory]
    [InlineData("güzel", "güzel değil")]
    [InlineData("memnunum", "memnun değilim")]
    [InlineData("beğendim", "beğenmedim")]
    [InlineData("seviyorum", "sevmiyorum")]
    [InlineData("sorunsuz çalışıyor", "sorunlu çalışıyor")]
    public void Analyse_NegatedPraise_IsMoreNegativeThanPraise(string praise, string negated) =>
        Balance(negated).ShouldBeLessThan(Balance(praise) - 0.2f);

    [Theory]
    [InlineData("İADE İSTİYORUM", "iade istiyorum")]
    [InlineData("RIZA GÖSTERMİYORUM IĞRENÇ", "rıza göstermiyorum ığrenç")]
    [InlineData("şikayetçiyim", "sikayetciyim")]
    public void Analyse_OtherCaseOrNoDiacritics_GivesTheSameLabel(string one, string other) => analyser.Of(one, "tr").Label.ShouldBe(analyser.Of(other, "tr").Label);

    private float Balance(string text) => analyser.Of(text, "tr") is var s ? s.Positive - s.Negative : 0;
}
