using Crisis.Core.Sentiment;
using Crisis.Local.Benchmarks;

namespace Crisis.Local.Tests.Benchmarks;

public sealed class SentimentTrainingSpecs
{
    private static readonly LabelledText[] Rows =
    [
        .. Enumerable.Range(0, 40).Select(i => new LabelledText($"zımbırtı {i}", SentimentLabel.Positive, "a")),
        .. Enumerable.Range(0, 40).Select(i => new LabelledText($"fırfır {i}", SentimentLabel.Negative, "a")),
    ];

    [Fact]
    public void Analyser_WordsNoListKnows_AreLearnedFromTheTexts()
    {
        var analyser = SentimentTraining.Turkish.Analyser(Rows);
        analyser.Analyse(new TextToScore("bu zımbırtı", "tr")) .ShouldSatisfyAllConditions(s => s.Positive.ShouldBeGreaterThan(s.Negative));
        analyser.Analyse(new TextToScore("bu fırfır", "tr")).ShouldSatisfyAllConditions(s => s.Negative.ShouldBeGreaterThan(s.Positive));
    }

    [Fact]
    public void Write_SameTextsTwice_GivesTheSameBytes()
    {
        var (one, two) = (new MemoryStream(), new MemoryStream());
        SentimentTraining.Turkish.Write(Rows, one);
        SentimentTraining.Turkish.Write(Rows, two);
        one.ToArray().ShouldBe(two.ToArray());
    }

    [Fact]
    public void MacroRecall_OneLabelMissed_IsTheMeanOverTheLabels()
    {
        var table = new ConfusionTable();
        for (var i = 0; i < 9; i++) table.Add(SentimentLabel.Positive, SentimentLabel.Positive);
        table.Add(SentimentLabel.Negative, SentimentLabel.Unscored);
        table.MacroRecall.ShouldBe(0.5);
        table.Unscored.ShouldBe(1);
    }

    [Fact]
    public void Run_FolderWithoutTheSets_SaysWhichIsMissing()
    {
        var errors = new StringWriter();
        new SentimentBenchmark(TimeProvider.System).Run(Path.GetTempPath(), TextWriter.Null, errors).ShouldBe(2);
        errors.ToString().ShouldContain(SentimentBenchmark.EnglishFile);
    }
}
