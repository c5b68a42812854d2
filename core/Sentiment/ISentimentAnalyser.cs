namespace Crisis.Core.Sentiment;

/// <summary>Says for texts what they say of the brand. Sentiment services come and go: nothing else of core knows one.</summary>
public interface ISentimentAnalyser
{
    /// <summary>Stable and short, such as <c>embedded</c> or <c>language</c>: baselines are kept apart by it.</summary>
    string Name { get; }

    /// <summary>One finding a text, in order. A text that it cannot judge is unscored; never an exception for one text.</summary>
    ValueTask<IReadOnlyList<TextSentiment>> AnalyseAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default);
}
