using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Sentiment.Model;

/// <summary>A growing list of feature hashes in groups; each group is scaled by its own size, so that long texts don't shout.</summary>
internal sealed class FeatureList
{
    private uint[] hashes = new uint[1024];

    public int Count { get; private set; }

    /// <summary>Where the second group (letters) begins; the first holds words.</summary>
    public int Letters { get; private set; }

    public ReadOnlySpan<uint> Words => hashes.AsSpan(0, Letters);

    public ReadOnlySpan<uint> LetterRuns => hashes.AsSpan(Letters, Count - Letters);

    public void Clear() => (Count, Letters) = (0, 0);

    public void Add(ulong hash)
    {
        if (Count == hashes.Length) Array.Resize(ref hashes, hashes.Length * 2);
        hashes[Count++] = (uint)(TextHash.Mix(hash) >> 32);
    }

    public void StartLetters() => Letters = Count;
}
