using Crisis.Core.Sentiment;

namespace Crisis.Core.Mentions;

/// <summary>
/// A mention with what was found in it. <see cref="Analyser"/> names who scored it (null when nobody did).
/// <see cref="Facets"/> are the things that windows count beside the totals, see <see cref="Facet"/>.
/// </summary>
public sealed record ScoredMention(Mention Mention, TextSentiment Sentiment, string? Analyser)
{
    public IReadOnlyList<string> Facets { get; init; } = [];
}
