namespace Crisis.Core.Detection;

/// <summary>A <see cref="FacetCount"/> while windows are added up.</summary>
internal sealed class FacetSum
{
    private FacetCount? only;
    private int mentions, negative;
    private List<DistinctSketch>? authors;

    public void Add(FacetCount count)
    {
        if (only is null && authors is null)
        {
            only = count;
            return;
        }

        if (authors is null)
        {
            authors = [];
            Take(only!);
            only = null;
        }

        Take(count);
    }

    /// <summary>The sum; that of one window is that window's own.</summary>
    public FacetCount ToCount() => only ?? new FacetCount(mentions, negative, DistinctSketch.Of(authors!));

    private void Take(FacetCount count)
    {
        mentions += count.Mentions;
        negative += count.Negative;
        if (!ReferenceEquals(count.Authors, DistinctSketch.Empty)) authors!.Add(count.Authors);
    }
}
