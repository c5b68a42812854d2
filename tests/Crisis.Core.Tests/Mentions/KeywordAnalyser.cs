using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Mentions;

/// <summary>Says negative for "bad", positive for "good", unscored for "???", else neutral; remembers what it was asked.</summary>
public sealed class KeywordAnalyser(string name = "keyword") : ISentimentAnalyser
{
    public List<TextToScore> Asked { get; } = [];

    public string Name => name;

    public ValueTask<IReadOnlyList<TextSentiment>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
    {
        lock (Asked)
        {
            Asked.AddRange(texts);
        }

        return new([.. texts.Select(Analyse)]);
    }

    private static TextSentiment Analyse(TextToScore text) =>
        text.Text.Contains("bad") ? new(SentimentLabel.Negative, 0.1f, 0.1f, 0.8f) { Language = "en", Targets = [new("cargo", SentimentLabel.Negative)] }
        : text.Text.Contains("good") ? new(SentimentLabel.Positive, 0.8f, 0.1f, 0.1f) { Language = "en" }
        : text.Text.Contains("???") ? TextSentiment.Unscored
        : new(SentimentLabel.Neutral, 0, 1, 0) { Language = text.Language };
}
