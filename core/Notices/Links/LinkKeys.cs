using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Notices.Links;

/// <summary>
/// The key that signs and, for a rotation, the one before it, which still verifies. Each has an id of one byte, made
/// from the key, so that a rotation needs no numbering.
/// </summary>
public sealed class LinkKeys
{
    private readonly byte[][] _keys;

    /// <param name="current">At least 32 characters of secret text.</param>
    /// <param name="previous">The key before; null when there is none.</param>
    /// <exception cref="ArgumentException">A key is shorter.</exception>
    public LinkKeys(string current, string? previous = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.Length < 32 || previous is { Length: < 32 })
            throw new ArgumentException("The key that signs links needs at least 32 characters: make one with `openssl rand -base64 32`.");
        _keys = [.. new[] { current, previous }.OfType<string>().Distinct(StringComparer.Ordinal).Select(Derive)];
    }

    internal byte CurrentId => Id(_keys[0]);

    internal byte[] Current => _keys[0];

    /// <summary>The keys of that id: none, one, or by rare chance both.</summary>
    internal IEnumerable<byte[]> Of(byte id) => _keys.Where(key => Id(key) == id);

    // The configured text may serve elsewhere too: links get a key of their own from it.
    private static byte[] Derive(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "crisis signed links 1"u8.ToArray());

    private static byte Id(byte[] key) => SHA256.HashData(key)[0];
}
