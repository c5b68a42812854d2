using System.Text.RegularExpressions;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Response;
using Crisis.Web.Language;

namespace Crisis.Web.Tests.Language;

public sealed partial class WordCatalogueSpecs
{
    private readonly WordCatalogue _catalogue = new();

    [Fact]
    public void Languages_Compared_HaveTheSameKeysAndPlaces()
    {
        var english = _catalogue.Texts.All("en").ToDictionary();
        var turkish = _catalogue.Texts.All("tr").ToDictionary();
        turkish.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english)
            Places(turkish[key]).ShouldBe(Places(text), key);
    }

    [Fact]
    public void Refusals_OfTheLife_AreAllSaid()
    {
        foreach (var reason in typeof(Refusals).GetFields().Select(f => (string)f.GetRawConstantValue()!))
            _catalogue.In("en").Has($"refused.{reason}").ShouldBeTrue(reason);
    }

    [Fact]
    public void Verbs_AllHaveAButton()
    {
        foreach (var verb in Enum.GetValues<DecisionVerb>()) _catalogue.In("tr").Has($"do.{Kebab.Of(verb)}").ShouldBeTrue(verb.ToString());
    }

    [Fact]
    public void Detectors_And_Sources_OfTheSystem_HaveANameInBothLanguages()
    {
        var names = typeof(DetectorNames).GetFields().Select(f => (string)f.GetRawConstantValue()!);
        foreach (var key in names.Select(n => $"detector.{n}").Append("source.sample"))
            foreach (var language in (string[])["tr", "en"]) Core.Language.Texts.Shared.Find(language, key).ShouldNotBeNull($"{language} {key}");
    }

    [Fact]
    public void Topics_OfTheTargetTable_HaveANameInBothLanguages()
    {
        var assembly = typeof(DetectorNames).Assembly;
        using var table = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("targets.tsv", StringComparison.Ordinal)))!);
        var topics = table.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] is not ('#' or '-')).Select(l => l.Split('\t')[0]).Distinct().ToList();
        topics.Count.ShouldBeGreaterThan(30);
        foreach (var topic in topics)
            foreach (var language in (string[])["tr", "en"]) Core.Language.Texts.Shared.Find(language, $"target.{topic}").ShouldNotBeNull($"{language} {topic}");
    }

    [Theory]
    [InlineData("tr-TR,tr;q=0.9,en;q=0.8", "tr")]
    [InlineData("de, en;q=0.5, tr;q=0.7", "tr")]
    [InlineData("tr;q=0, en", "en")]
    [InlineData("fr", null)]
    [InlineData("", null)]
    public void Preferred_ByHeader_FollowsItsWeights(string header, string? language) => _catalogue.Preferred(header).ShouldBe(language);

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
