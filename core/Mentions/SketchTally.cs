using Crisis.Core.Detection;

namespace Crisis.Core.Mentions;

/// <summary>A <see cref="DistinctSketch"/> while it grows.</summary>
internal sealed class SketchTally
{
    private uint[] _smallest = [];
    private int _count;

    public ReadOnlySpan<uint> Smallest => _smallest.AsSpan(0, _count);

    public void Add(uint hash)
    {
        if (_count == DistinctSketch.Size && hash >= _smallest[_count - 1]) return;
        var at = Smallest.BinarySearch(hash);
        if (at >= 0) return;
        at = ~at;
        if (_count == _smallest.Length && _count < DistinctSketch.Size) Array.Resize(ref _smallest, Math.Clamp(_count * 2, 4, DistinctSketch.Size));
        if (_count < DistinctSketch.Size) _count++;
        Array.Copy(_smallest, at, _smallest, at + 1, _count - at - 1);
        _smallest[at] = hash;
    }

    public void Add(SketchTally? other)
    {
        if (other is null) return;
        foreach (var hash in other.Smallest) Add(hash);
    }

    public DistinctSketch ToSketch() => _count == 0 ? DistinctSketch.Empty : new DistinctSketch(Smallest.ToArray());
}
