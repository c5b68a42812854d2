using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// The last ids seen, first in first out, as 40-bit hashes: among 2,000 of them a new id is taken for an old one once in
/// 500 million.
/// </summary>
internal sealed class RecentIds(int capacity)
{
    private const int Size = 5;
    private readonly Queue<ulong> order = new();
    private readonly HashSet<ulong> known = [];

    public int Count => order.Count;

    public static ulong Hash(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) & 0xFF_FFFF_FFFF;
    }

    public bool Contains(ulong hash) => known.Contains(hash);

    public void Add(ulong hash)
    {
        if (!known.Add(hash)) return;
        order.Enqueue(hash);
        while (order.Count > capacity) known.Remove(order.Dequeue());
    }

    public void Clear()
    {
        order.Clear();
        known.Clear();
    }

    public string Write()
    {
        var bytes = new byte[order.Count * Size];
        Span<byte> eight = stackalloc byte[8];
        var at = 0;
        foreach (var hash in order)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(eight, hash);
            eight[..Size].CopyTo(bytes.AsSpan(at));
            at += Size;
        }

        return Convert.ToBase64String(bytes);
    }

    public static RecentIds Read(string? text, int capacity)
    {
        var ids = new RecentIds(capacity);
        if (string.IsNullOrEmpty(text)) return ids;
        var bytes = Convert.FromBase64String(text);
        Span<byte> eight = stackalloc byte[8];
        for (var at = 0; at + Size <= bytes.Length; at += Size)
        {
            bytes.AsSpan(at, Size).CopyTo(eight);
            ids.Add(BinaryPrimitives.ReadUInt64LittleEndian(eight));
        }

        return ids;
    }
}
