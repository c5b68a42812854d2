using Crisis.Core.Sentiment;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>Finds in a mention what windows count beside the totals; see <see cref="Facet"/> for the names.</summary>
public interface IFacetExtractor
{
    /// <summary>Adds the mention's facets; one that is added twice counts once. Must give the same for the same input.</summary>
    void Extract(Mention mention, TextSentiment sentiment, Watch watch, ICollection<string> facets);
}
