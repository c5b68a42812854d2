using Crisis.Core.Sentiment.Targets;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Facets;

/// <summary>What of the facets depends on a watch's configuration; made once a version of it.</summary>
internal sealed class WatchFacets(Watch watch, FacetWords shipped)
{
    public FacetWords Words { get; } = watch.SevereWords.Count == 0 ? shipped : FacetWords.With(watch.SevereWords);

    public BrandWords Brand { get; } = BrandWords.Of(watch);

    public BrandHandles Handles { get; } = new(watch);
}
