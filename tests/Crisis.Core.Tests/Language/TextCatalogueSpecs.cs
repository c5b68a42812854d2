using System.Text.Json;
using System.Text.RegularExpressions;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
using Crisis.Core.Mentions;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Language;

public sealed partial class TextCatalogueSpecs
{
    [Fact]
    public void Languages_AreTurkishAndEnglish() => Texts.Shared.Languages.ShouldBe(["en", "tr"]);

    [Fact]
    public void Languages_HaveTheSameKeys()
    {
        var turkish = Texts.Shared.All("tr").Select(pair => pair.Key);

        turkish.ShouldBe(Texts.Shared.All("en").Select(pair => pair.Key));
    }

    [Fact]
    public void Languages_HaveTheSamePlaces_UnderEachKey()
    {
        var turkish = Texts.Shared.All("tr").Select(pair => $"{pair.Key} {Places(pair.Value)}");

        turkish.ShouldBe(Texts.Shared.All("en").Select(pair => $"{pair.Key} {Places(pair.Value)}"));
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public void Texts_AreNowhereEmptyAndHaveNoStraySpace(string language)
    {
        foreach (var (key, text) in Texts.Shared.All(language)) text.ShouldBe(text.Trim(), key);
        Texts.Shared.All(language).ShouldAllBe(pair => pair.Value.Length > 0);
    }

    [Fact]
    public void CountedTexts_HaveBothForms()
    {
        var keys = Texts.Shared.All("en").Select(pair => pair.Key).ToHashSet();

        foreach (var key in keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal))) keys.ShouldContain(key[..^3] + "other");
    }

    [Fact]
    public void EveryNamedValue_HasAName()
    {
        AllNamed<CrisisKind>("kind");
        AllNamed<CrisisStage>("stage");
        AllNamed<CrisisCause>("cause");
        AllNamed<CrisisEnd>("end");
        AllNamed<DecisionVerb>("verb");
        AllNamed<SentimentLabel>("sentiment");
        AllNamed<SuppressionReason>("suppression");
        AllNamed<PersonalDataSort>("personal-data");
        foreach (var reason in Enum.GetValues<NoticeReason>())
        {
            foreach (var line in (string[])["subject", "what", "ask", "ask-team"])
                Texts.Shared.Find("tr", $"notice.reason.{NoticeComposer.Slug(reason)}.{line}").ShouldNotBeNull($"{reason} {line}");
        }
    }

    [Fact]
    public void Say_WithBracesInAValue_TakesThemAsText() =>
        Texts.Say("en", "notice.intended", ("person", "{person} {kind}")).ShouldBe("Meant for {person} {kind}, who could not be reached.");

    [Fact]
    public void Say_WithUnknownLanguage_SpeaksEnglish() => Texts.Say("fr", "kind.mistaken-post").ShouldBe("mistaken post");

    [Fact]
    public void Say_WithUnknownKey_Throws() => Should.Throw<KeyNotFoundException>(() => Texts.Say("en", "nowhere"));

    private static void AllNamed<T>(string family)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            Texts.Shared.Find("tr", $"{family}.{JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())}").ShouldNotBeNull($"{family} {value}");
    }

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[a-z\-]+\}")]
    private static partial Regex Place();
}
