using System.Buffers.Binary;

namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// The newest mentions seen, by their place in time: what a list that is read again with an overlap brings back can be
/// told. What is older than <see cref="Floor"/> has been dropped, so nothing is known of it.
/// </summary>
internal sealed class RecentMentions
{
    public const int Capacity = 600;
    private const int Size = 9;
    private readonly SortedSet<(long Second, ulong Hash)> order = [];
    private readonly Dictionary<ulong, long> known = [];

    /// <summary>Seconds since 1970 up to which mentions may have been dropped.</summary>
    public long Floor { get; private set; }

    public bool Contains(ulong hash) => known.ContainsKey(hash);

    public void Add(ulong hash, DateTimeOffset at)
    {
        var second = Math.Clamp(at.ToUnixTimeSeconds(), 0, uint.MaxValue);
        if (!known.TryAdd(hash, second)) return;
        order.Add((second, hash));
        if (order.Count <= Capacity) return;
        var oldest = order.Min;
        order.Remove(oldest);
        known.Remove(oldest.Hash);
        Floor = Math.Max(Floor, oldest.Second + 1);
    }

    public string Write()
    {
        var bytes = new byte[order.Count * Size];
        Span<byte> eight = stackalloc byte[8];
        var at = 0;
        foreach (var (second, hash) in order)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), (uint)second);
            BinaryPrimitives.WriteUInt64LittleEndian(eight, hash);
            eight[..5].CopyTo(bytes.AsSpan(at + 4));
            at += Size;
        }

        return Convert.ToBase64String(bytes);
    }

    public static RecentMentions Read(string? text, long floor)
    {
        var recent = new RecentMentions { Floor = floor };
        if (string.IsNullOrEmpty(text)) return recent;
        var bytes = Convert.FromBase64String(text);
        Span<byte> eight = stackalloc byte[8];
        for (var at = 0; at + Size <= bytes.Length; at += Size)
        {
            bytes.AsSpan(at + 4, 5).CopyTo(eight);
            var hash = BinaryPrimitives.ReadUInt64LittleEndian(eight);
            var second = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
            if (recent.known.TryAdd(hash, second)) recent.order.Add((second, hash));
        }

        return recent;
    }
}
