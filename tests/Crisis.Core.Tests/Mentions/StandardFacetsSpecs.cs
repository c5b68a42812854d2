using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;
using Shouldly;

namespace Crisis.Core.Tests.Mentions;

public sealed class StandardFacetsSpecs
{
    private static readonly Watch Kuzey = new()
    {
        Id = "kuzey",
        Name = "Kuzey Kargo",
        Accounts = new Dictionary<string, IReadOnlyList<string>> { ["mastodon"] = ["@kuzeykargo@sosyal.example"] },
        SevereWords = new Dictionary<string, IReadOnlyList<string>> { ["tr"] = ["asit"] },
    };

    private readonly StandardFacets facets = new();

    [Theory]
    [InlineData("kuzey kargo deposunda yangın çıkmış", "severe:fire")]
    [InlineData("YANGINDAN sonra kimse ulaşamıyor", "severe:fire")]
    [InlineData("gıdadan zehirlendik", "severe:poisoning")]
    [InlineData("iki kişi hayatını kaybetti", "severe:death")]
    [InlineData("we will boycott them", "severe:boycott")]
    [InlineData("the battery exploded in my hand", "severe:fire")]
    [InlineData("kutudan asit akmış", "severe:asit")]
    [InlineData("hesabınız hacklenmiş galiba", "takeover:said")]
    [InlineData("your account has been hacked", "takeover:said")]
    [InlineData("kuzey kargo veri sızıntısı varmış", "data:said")]
    [InlineData("TC kimliği 10000000146 imiş", "data:identity-number")]
    public void Text_SaysWhatMatters_HasItsFacet(string text, string facet) => Of(text).ShouldContain(facet);

    [Theory]
    [InlineData("gülmekten öldüm bu kediye")]
    [InlineData("I died laughing, this is fire")]
    [InlineData("the deadline is on friday, dead serious")]
    [InlineData("bugün kargom geldi, zamanında")]
    public void Text_OnlySoundsSevere_HasNoSevereFacet(string text) => Of(text).ShouldNotContain(facet => facet.StartsWith(Facet.Severe));

    [Theory]
    [InlineData("@kuzeykargo_destek@yalan.example", true)]
    [InlineData("kuzeykarg0", true)]
    [InlineData("kuzeykargu", true)]
    [InlineData("kuzeykargo@sosyal.example", false)]
    [InlineData("kuzeykargo_fan", false)]
    [InlineData("ayse1990", false)]
    public void Handle_ResemblesTheBrands_IsAnImitation(string handle, bool imitation) =>
        Of("merhaba", new MentionAuthor("a", handle)).Contains("fake:handle").ShouldBe(imitation);

    [Fact]
    public void SevereWord_SaidByOneWhomManyHear_IsLoud() =>
        Of("depoda yangın", new MentionAuthor("a", "haber", 250_000)).ShouldContain("severe:fire|loud");

    [Fact]
    public void Texts_DifferOnlyInMarksAndLinks_AreTheSameText()
    {
        var one = Of("Kuzey Kargo rezalet bir firma, sakın kullanmayın! https://a.example/1").Single(facet => facet.StartsWith(Facet.SameText, StringComparison.Ordinal));

        Of("KUZEY KARGO rezalet bir firma sakın kullanmayın 😡 https://b.example/2").ShouldContain(one);
        Of("Kuzey Kargo güzel bir firma, mutlaka kullanın! çok iyi").ShouldNotContain(one);
    }

    [Fact]
    public void OwnPost_WithLinkAndScamWording_ShowsHabits() =>
        Of("Send bitcoin, double your money https://www.Kuzey-Bonus.test/claim?x=1", own: true).ShouldBe(["own:link|kuzey-bonus.test", "own:scam"], ignoreOrder: true);

    private List<string> Of(string text, MentionAuthor? author = null, bool own = false)
    {
        var found = new List<string>();
        var mention = new Mention { Source = "mastodon", Id = "1", Text = text, CreatedAt = DateTimeOffset.UnixEpoch, Author = author ?? MentionAuthor.Unknown, Own = own };
        facets.Extract(mention, TextSentiment.Unscored, Kuzey, found);
        return found;
    }
}
