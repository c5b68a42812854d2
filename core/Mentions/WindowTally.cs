using Crisis.Core.Detection;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Mentions;

/// <summary>
/// <see cref="WindowCounts"/> while they grow: sums mentions and partial counts. A partial that makes up for a change
/// has negative numbers; the sum of all partials of a window has none. Authors can only be added: who stays counted
/// was there.
/// </summary>
internal sealed class WindowTally
{
    /// <summary>A window with more facets than this lets go of its smaller half, so that memory stays bounded.</summary>
    private const int MostKept = 2_000;

    // The counts as they were last asked for: a look asks for all open windows, of which most have not changed.
    private WindowCounts? _counts;
    private int _mentions, _negative, _positive, _neutral, _unscored, _own, _late;
    private long _reach;
    private readonly Dictionary<string, FacetTally> _analysers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FacetTally> _facets = new(StringComparer.Ordinal);

    public int this[Count count]
    {
        get => count switch
        {
            Count.Mentions => _mentions,
            Count.Negative => _negative,
            Count.Positive => _positive,
            Count.Neutral => _neutral,
            Count.Unscored => _unscored,
            Count.Own => _own,
            _ => _late,
        };
        set
        {
            _counts = null;
            _ = count switch
            {
                Count.Mentions => _mentions = value,
                Count.Negative => _negative = value,
                Count.Positive => _positive = value,
                Count.Neutral => _neutral = value,
                Count.Unscored => _unscored = value,
                Count.Own => _own = value,
                _ => _late = value,
            };
        }
    }

    public long Reach
    {
        get => _reach;
        set => (_reach, _counts) = (value, null);
    }

    public SketchTally Authors { get; } = new();

    public IReadOnlyDictionary<string, FacetTally> Analysers => _analysers;

    public IReadOnlyDictionary<string, FacetTally> Facets => _facets;

    /// <summary>True when all numbers are 0, so that nothing need be written.</summary>
    public bool IsZero => _mentions == 0 && _negative == 0 && _positive == 0 && _neutral == 0 && _unscored == 0 && _own == 0 && _late == 0
        && _reach == 0 && _analysers.Values.All(IsNone) && _facets.Values.All(IsNone);

    /// <summary>Counts a mention once more (<paramref name="sign"/> 1) or once less (-1).</summary>
    public void Add(StoredMention stored, int sign = 1)
    {
        _counts = null;
        var mention = stored.Mention;
        uint? author = sign > 0 && mention.Author.Id is { } hash ? AuthorHash.Number(hash) : null;
        var negative = stored.Sentiment.Label == SentimentLabel.Negative ? sign : 0;
        if (stored.Late) _late += sign;
        if (mention.Own)
        {
            _own += sign;
        }
        else
        {
            _mentions += sign;
            _reach += sign * (long)(mention.Author.Followers ?? 0);
            this[Of(stored.Sentiment.Label)] += sign;
            if (author is { } known) Authors.Add(known);
            if (stored.Analyser is { } analyser) Raise(_analysers, analyser, sign, negative, null);
        }

        // Who laughs complains of nothing, whatever the words: such a mention counts as negative in the sums alone.
        var complaint = negative != 0 && stored.Facets.Contains(Mentions.Facet.Laughing) ? 0 : negative;
        for (var i = 0; i < stored.Facets.Count; i++)
            Raise(_facets, stored.Facets[i], sign, stored.Facets[i] == Mentions.Facet.Laughing ? negative : complaint, author);
    }

    public void Add(WindowTally other)
    {
        _counts = null;
        foreach (var count in Enum.GetValues<Count>()) this[count] += other[count];
        _reach += other._reach;
        Authors.Add(other.Authors);
        foreach (var (name, tally) in other._analysers) Analyser(name).Add(tally);
        foreach (var (name, tally) in other._facets) Facet(name).Add(tally);
        if (_facets.Count > MostKept) LetGo();
    }

    public FacetTally Analyser(string name)
    {
        _counts = null;
        return Of(_analysers, name);
    }

    public FacetTally Facet(string name)
    {
        _counts = null;
        return Of(_facets, name);
    }

    /// <summary>The largest facets, at most as many as a window keeps; equal ones in order of name.</summary>
    /// <param name="whole">The window is complete: texts that were not repeated are left out.</param>
    public List<KeyValuePair<string, FacetTally>> LargestFacets(bool whole = false)
    {
        var all = new List<KeyValuePair<string, FacetTally>>(_facets.Count);
        foreach (var facet in _facets)
        {
            if (!IsNone(facet.Value) && !(whole && Mentions.Facet.Rank(facet.Key, facet.Value.Mentions) == 2)) all.Add(facet);
        }

        if (all.Count > 1) all.Sort(Larger);
        if (all.Count > WindowCounts.MostFacets) all.RemoveRange(WindowCounts.MostFacets, all.Count - WindowCounts.MostFacets);
        return all;
    }

    public WindowCounts ToCounts(DateTimeOffset start) => _counts is { } known && known.Start == start ? known : _counts = CountsNow(start);

    private WindowCounts CountsNow(DateTimeOffset start) => new()
    {
        Start = start,
        Mentions = Math.Max(0, _mentions),
        Negative = Math.Max(0, _negative),
        Positive = Math.Max(0, _positive),
        Neutral = Math.Max(0, _neutral),
        Unscored = Math.Max(0, _unscored),
        Own = Math.Max(0, _own),
        Reach = Math.Max(0, _reach),
        Late = Math.Max(0, _late),
        Authors = Authors.ToSketch(),
        Analysers = _analysers.Where(a => a.Value.Mentions > 0).ToDictionary(a => a.Key, a => a.Value.ToCount(), StringComparer.Ordinal),
        Facets = FacetsNow(),
    };

    private Dictionary<string, FacetCount> FacetsNow()
    {
        var largest = LargestFacets(whole: true);
        var facets = new Dictionary<string, FacetCount>(largest.Count, StringComparer.Ordinal);
        foreach (var (name, tally) in largest)
        {
            if (tally.Mentions > 0) facets.Add(name, tally.ToCount());
        }

        return facets;
    }

    private static Count Of(SentimentLabel label) => label switch
    {
        SentimentLabel.Negative => Count.Negative,
        SentimentLabel.Positive => Count.Positive,
        SentimentLabel.Neutral => Count.Neutral,
        _ => Count.Unscored,
    };

    private static void Raise(Dictionary<string, FacetTally> tallies, string name, int by, int negative, uint? author)
    {
        var tally = Of(tallies, name);
        tally.Mentions += by;
        tally.Negative += negative;
        if (author is { } known) (tally.Authors ??= new()).Add(known);
    }

    private static FacetTally Of(Dictionary<string, FacetTally> tallies, string name)
    {
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(tallies, name, out _);
        return tally ??= new FacetTally();
    }

    private static bool IsNone(FacetTally tally) => tally is { Mentions: 0, Negative: 0 };

    // What matters even once first; then by size of the number, so that a large correction is not the one that is left out.
    private static int Larger(KeyValuePair<string, FacetTally> left, KeyValuePair<string, FacetTally> right)
    {
        var byRank = Mentions.Facet.Rank(left.Key, left.Value.Mentions).CompareTo(Mentions.Facet.Rank(right.Key, right.Value.Mentions));
        if (byRank != 0) return byRank;
        var bySize = Math.Abs(right.Value.Mentions).CompareTo(Math.Abs(left.Value.Mentions));
        return bySize != 0 ? bySize : string.CompareOrdinal(left.Key, right.Key);
    }

    private void LetGo()
    {
        var smaller = _facets.ToList();
        smaller.Sort(Larger);
        foreach (var (name, _) in smaller.Skip(MostKept / 2)) _facets.Remove(name);
    }

    /// <summary>The plain numbers of a window.</summary>
    internal enum Count
    {
        Mentions,
        Negative,
        Positive,
        Neutral,
        Unscored,
        Own,
        Late,
    }
}
