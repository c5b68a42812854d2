using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Mentions;

/// <summary>
/// Replaces author ids by keyed hashes (HMAC-SHA256, RFC 2104, cut to 96 bits): the same author gives the same hash, so
/// that authors can be counted and erased, but nobody without the key can tell who it is.
/// </summary>
public sealed class AuthorHash
{
    private const int Bytes = 12;
    private readonly byte[] _key;

    /// <exception cref="ArgumentException">The key has less than 16 bytes.</exception>
    public AuthorHash(ReadOnlyMemory<byte> key)
    {
        if (key.Length < 16) throw new ArgumentException("The key of the author hashes has at least 16 bytes.", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>The hash of an author, by id or else by handle; null when a mention names neither.</summary>
    public string? Of(string source, MentionAuthor author)
    {
        ArgumentNullException.ThrowIfNull(author);
        return !string.IsNullOrEmpty(author.Id) ? OfId(source, author.Id)
            : !string.IsNullOrEmpty(author.Handle) ? OfHandle(source, author.Handle)
            : null;
    }

    /// <summary>24 hexadecimal digits.</summary>
    public string OfId(string source, string id) => Hash(source + "|" + id);

    /// <summary>For authors without an id; case and a leading @ do not matter.</summary>
    public string OfHandle(string source, string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Hash(source + "|@" + handle.TrimStart('@').ToUpperInvariant());
    }

    /// <summary>The hash as a number evenly spread over 32 bits, for counting distinct authors.</summary>
    internal static uint Number(string hash) => uint.Parse(hash.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private string Hash(string author)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(author.Length));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, rented.AsSpan(0, Encoding.UTF8.GetBytes(author, rented)), hash);
        ArrayPool<byte>.Shared.Return(rented);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
