namespace Crisis.Core.Sentiment.Text;

/// <summary>
/// FNV-1a over UTF-16 units, 64 bits, the same on every machine (model files are built on it). It can be carried on
/// letter by letter, so all beginnings of a word are hashed in one pass.
/// </summary>
public static class TextHash
{
    public const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    public static ulong Add(ulong hash, ulong other) => ((hash ^ (other >> 32)) * Prime ^ (other & 0xFFFFFFFF)) * Prime;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text) hash = Add(hash, c);
        return hash;
    }

    /// <summary>Spreads all bits over all bits, for use as a table index (the finaliser of SplitMix64).</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
