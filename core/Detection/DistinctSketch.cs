namespace Crisis.Core.Detection;

/// <summary>
/// Counts distinct things in parts that can be summed, by the k smallest hash values (Bar-Yossef et al. 2002,
/// "Counting distinct elements in a data stream"): exact below k, within about 1/√k above. Immutable.
/// </summary>
public sealed record DistinctSketch
{
    /// <summary>k: 64 values, standard error 12.5 % above 64 distinct things.</summary>
    public const int Size = 64;

    // What is summed is hardly ever asked for its number, so the parts are merged only then. Merging twice does no harm.
    private readonly IReadOnlyList<DistinctSketch> parts = [];
    private IReadOnlyList<uint>? smallest;

    /// <param name="smallest">Ascending, without repeats, at most <see cref="Size"/>.</param>
    public DistinctSketch(IReadOnlyList<uint> smallest)
    {
        ArgumentNullException.ThrowIfNull(smallest);
        this.smallest = smallest;
    }

    private DistinctSketch(List<DistinctSketch> parts, bool merged)
    {
        this.parts = parts;
        if (merged) smallest = Merge(parts);
    }

    public static DistinctSketch Empty { get; } = new([]);

    /// <summary>The smallest hash values, ascending and without repeats.</summary>
    public IReadOnlyList<uint> Smallest => smallest ??= Merge(parts);

    /// <summary>The estimate, 0 or more.</summary>
    public int Count => Smallest.Count < Size
        ? Smallest.Count
        : (int)Math.Round((Size - 1) / ((Smallest[^1] + 1.0) / (uint.MaxValue + 1.0)));

    /// <summary>What both saw together.</summary>
    public DistinctSketch Union(DistinctSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Smallest.Count == 0) return this;
        return Smallest.Count == 0 ? other : new DistinctSketch([this, other], merged: true);
    }

    /// <summary>What all saw together, merged when it is asked for. The list is the sketch's own from now on.</summary>
    internal static DistinctSketch Of(List<DistinctSketch> parts) => parts.Count switch
    {
        0 => Empty,
        1 => parts[0],
        _ => new DistinctSketch(parts, merged: false),
    };

    private static uint[] Merge(IReadOnlyList<DistinctSketch> parts)
    {
        var most = 0;
        for (var i = 0; i < parts.Count; i++) most += parts[i].Smallest.Count;
        var all = new uint[most];
        var at = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var some = parts[i].Smallest;
            for (var j = 0; j < some.Count; j++) all[at++] = some[j];
        }

        Array.Sort(all);
        var distinct = 0;
        for (var i = 0; i < all.Length && distinct < Size; i++)
        {
            if (distinct == 0 || all[i] != all[distinct - 1]) all[distinct++] = all[i];
        }

        Array.Resize(ref all, distinct);
        return all;
    }
}
