using System.Text;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Sentiment;

public sealed class EmbeddedAnalyserSpecs(AnalyserFixture analyser) : IClassFixture<AnalyserFixture>
{
    private static readonly string[] Texts = ["Kargom gelmedi, rezalet!", "çok memnun kaldım", "I love it", "worst app ever", "", "Der Zug ist nicht da", "😡😡", "saat kaçta açılıyor"];

    public static TheoryData<string> Hostile => new(
        new string('a', 1_000_000),
        string.Concat(Enumerable.Repeat("rezalet ", 125_000)),
        new string('ı', 1_000_000),
        string.Concat(Enumerable.Repeat("😡", 500_000)),
        new string('\uD83D', 10_000),
        new string('\uDE21', 10_000),
        new string('\u200B', 100_000) + "berbat",
        string.Concat(Enumerable.Repeat("a\u0301", 50_000)),
        new string(':', 100_000),
        new string('#', 100_000),
        new string('@', 100_000),
        "\0\0\0\u0001\u0007",
        "<script>alert(1)</script>",
        "'; DROP TABLE mentions;--",
        new string('\'', 100_000) + "x",
        string.Concat(Enumerable.Repeat("değil değil ", 50_000)),
        new StringBuilder().AppendJoin(' ', Enumerable.Range(0, 0x2FF).Select(i => (char)i)).ToString());

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Analyse_HostileText_GivesSharesThatSumToOneOrNone(string text)
    {
        foreach (var language in new[] { null, "tr", "en" })
        {
            var finding = analyser.Of(text, language);
            var sum = finding.Positive + finding.Neutral + finding.Negative;
            sum.ShouldBe(finding.Label is SentimentLabel.Unscored ? 0 : 1, 1e-4);
            finding.Targets.Count.ShouldBeLessThanOrEqualTo(8);
        }
    }

    [Fact]
    public void Analyse_EveryLabel_IsOfTheLargestShare()
    {
        foreach (var text in Texts)
        {
            var finding = analyser.Of(text);
            var largest = Math.Max(finding.Positive, Math.Max(finding.Neutral, finding.Negative));
            var share = finding.Label switch { SentimentLabel.Positive => finding.Positive, SentimentLabel.Neutral => finding.Neutral, SentimentLabel.Negative => finding.Negative, _ => 0 };
            share.ShouldBe(largest);
        }
    }

    [Fact]
    public void Analyse_OnlyEmoji_IsJudgedByThem()
    {
        analyser.Of("😡😡😡").Label.ShouldBe(SentimentLabel.Negative);
        analyser.Of("😍😍", "tr").Label.ShouldBe(SentimentLabel.Positive);
    }

    [Fact]
    public async Task AnalyseAsync_Texts_CompletesAtOnceOneFindingEachInOrder()
    {
        var task = analyser.Analyser.AnalyseAsync([.. Texts.Select(text => new TextToScore(text, null))], TestContext.Current.CancellationToken);
        task.IsCompletedSuccessfully.ShouldBeTrue();
        (await task).Select(finding => finding.Label).ShouldBe(Texts.Select(text => analyser.Of(text).Label));
    }

    [Fact]
    public void Analyse_OtherInstanceOtherOrder_GivesTheSameToTheLastBit()
    {
        var other = EmbeddedAnalyser.Load();
        foreach (var text in Texts.Reverse())
            Describe(other.Analyse(new TextToScore(text, null))).ShouldBe(Describe(analyser.Of(text)));
    }

    [Fact]
    public void Analyse_ManyThreads_GivesWhatOneThreadGives()
    {
        var expected = Texts.Select(text => Describe(analyser.Of(text))).ToArray();
        var wrong = 0;
        Parallel.For(0, 4_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            if (Describe(analyser.Of(Texts[i % Texts.Length])) != expected[i % Texts.Length]) Interlocked.Increment(ref wrong);
        });
        wrong.ShouldBe(0);
    }

    [Fact]
    public void Name_IsStable() => analyser.Analyser.Name.ShouldBe("embedded");

    private static string Describe(TextSentiment s) => $"{s.Language} {s.Label} {s.Positive:R} {s.Neutral:R} {s.Negative:R} {string.Join(',', s.Targets)}";
}
