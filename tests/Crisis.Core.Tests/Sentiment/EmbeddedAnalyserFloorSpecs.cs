using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Sentiment;

/// <summary>
/// The floors on the development sets. The shipped model has seen these texts: this guards against a broken file or rule;
/// what to expect of new texts stands in docs/sentiment.md.
/// </summary>
public sealed class EmbeddedAnalyserFloorSpecs(AnalyserFixture analyser) : IClassFixture<AnalyserFixture>
{
    [Theory]
    [InlineData("en")]
    [InlineData(null)]
    public void Analyse_EnglishTweets_ReachesTheFloor(string? language) =>
        MacroRecall("semeval/semeval2017_4a_en.csv", text => Name(analyser.Of(text, language).Label), step: 5).ShouldBeGreaterThan(0.68);

    [Theory]
    [InlineData("tr")]
    [InlineData(null)]
    public void Analyse_TurkishTweets_ReachesTheFloor(string? language) =>
        MacroRecall("turkish/turkish_twitter_cemrifki_tr.csv", text => analyser.Of(text, language) is var s && s.Positive > s.Negative ? "positive" : "negative").ShouldBeGreaterThan(0.80);

    [Fact]
    public void Analyse_TurkishTweets_AreTakenForTurkish()
    {
        var rows = SharedData.Rows(SharedData.File("turkish/offenseval2020_tr.csv")).Take(3_000).ToList();
        rows.Count(row => analyser.Of(row.Text).Language == "tr").ShouldBeGreaterThan((int)(rows.Count * 0.98));
    }

    [Fact]
    public void Analyse_EnglishTweets_AreTakenForEnglish()
    {
        var rows = SharedData.Rows(SharedData.File("semeval/semeval2017_4a_en.csv")).Take(3_000).ToList();
        rows.Count(row => analyser.Of(row.Text).Language == "en").ShouldBeGreaterThan((int)(rows.Count * 0.97));
    }

    private static double MacroRecall(string file, Func<string, string> judge, int step = 1)
    {
        var groups = SharedData.Rows(SharedData.File(file)).Where((_, i) => i % step == 0).GroupBy(row => row.Label).ToList();
        groups.Count.ShouldBeGreaterThan(1);
        return groups.Average(rows => rows.Average(row => judge(row.Text) == rows.Key ? 1.0 : 0.0));
    }

    private static string Name(SentimentLabel label) => label.ToString().ToLowerInvariant();
}
