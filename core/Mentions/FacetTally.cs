using Crisis.Core.Detection;

namespace Crisis.Core.Mentions;

/// <summary>A <see cref="FacetCount"/> while it grows.</summary>
internal sealed class FacetTally
{
    public int Mentions { get; set; }

    public int Negative { get; set; }

    /// <summary>Null until an author is known.</summary>
    public SketchTally? Authors { get; set; }

    public void Add(FacetTally other)
    {
        Mentions += other.Mentions;
        Negative += other.Negative;
        if (other.Authors is { } authors) (Authors ??= new()).Add(authors);
    }

    public FacetCount ToCount() => new(Math.Max(0, Mentions), Math.Max(0, Negative), Authors?.ToSketch() ?? DistinctSketch.Empty);
}
