using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Sentiment;

/// <summary>One loaded analyser for all classes of specs: loading is the slow part.</summary>
public sealed class AnalyserFixture
{
    public EmbeddedAnalyser Analyser { get; } = EmbeddedAnalyser.Load();

    public TextSentiment Of(string text, string? language = null) => Analyser.Analyse(new TextToScore(text, language));
}
