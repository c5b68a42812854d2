using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Languages;
using Crisis.Core.Sentiment.Model;
using Crisis.Core.Sentiment.Rules;

namespace Crisis.Local.Benchmarks;

/// <summary>
/// Trains the models of the embedded analyser from labelled texts. Deterministic: the same texts give the same file.
/// </summary>
public sealed class SentimentTraining
{
    private readonly FeatureReader reader;

    private SentimentTraining(string language, LearnerSettings settings)
    {
        (Language, Settings) = (language, settings);
        reader = FeatureReader.For(language);
    }

    public string Language { get; }

    public LearnerSettings Settings { get; }

    /// <summary>Three classes.</summary>
    public static SentimentTraining English { get; } = new(LanguageDetector.English, new LearnerSettings());

    /// <summary>Positive and negative only: there are no neutral examples.</summary>
    public static SentimentTraining Turkish { get; } = new(LanguageDetector.Turkish, new LearnerSettings { Classes = 2, Rate = 0.05f, Balance = 1 });

    /// <summary>Learns from the rows that have a label which the language's model knows.</summary>
    public LinearLearner Learn(IEnumerable<LabelledText> rows)
    {
        var learner = new LinearLearner(Settings, ToneFeatures.Count);
        learner.Learn([.. rows.Where(row => Class(row.Label) >= 0).Select(Example)]);
        return learner;
    }

    /// <summary>The embedded analyser with this language's model learned from these rows, its weights rounded as the shipped file has them.</summary>
    public EmbeddedAnalyser Analyser(IEnumerable<LabelledText> rows)
    {
        using var file = new MemoryStream();
        Write(rows, file);
        file.Position = 0;
        return EmbeddedAnalyser.Load(Language, ModelFile.Read(file));
    }

    /// <summary>Learns and writes the model file.</summary>
    public void Write(IEnumerable<LabelledText> rows, Stream file)
    {
        var learner = Learn(rows);
        ModelFile.Write(file, Settings.Classes, learner.Weights, learner.Tone, Settings.LetterScale);
    }

    private TrainingExample Example(LabelledText row)
    {
        var reading = reader.Read(row.Text);
        return new TrainingExample(reading.WordFeatures.ToArray(), reading.LetterFeatures.ToArray(), [.. reading.Tone], Class(row.Label), 1);
    }

    private int Class(SentimentLabel label) => (label, Settings.Classes) switch
    {
        (SentimentLabel.Positive, _) => 0,
        (SentimentLabel.Neutral, 3) => 1,
        (SentimentLabel.Negative, 3) => 2,
        (SentimentLabel.Negative, 2) => 1,
        _ => -1,
    };
}
