using System.Security.Cryptography;
using System.Text;

namespace Crisis.Web.Hosting;

/// <summary>
/// Page keys made from the secret that also signs links: the current one and, during a rotation, the one before. Each
/// has an id made from the key itself, so that a rotation needs no numbering.
/// </summary>
public sealed class SecretPageKeys : IPageKeys
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _keys;

    /// <param name="current">At least 32 characters of secret text.</param>
    /// <param name="previous">The secret before; null when there is none.</param>
    /// <exception cref="ArgumentException">A secret is shorter.</exception>
    public SecretPageKeys(string current, string? previous = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.Length < 32 || previous is { Length: < 32 })
            throw new ArgumentException("The key that signs pages needs at least 32 characters: make one with `openssl rand -base64 32`.");
        var keys = new[] { current, previous }.OfType<string>().Select(Derive).ToList();
        Current = Id(keys[0]);
        _keys = keys.DistinctBy(Id).ToDictionary(Id, k => (ReadOnlyMemory<byte>)k);
    }

    public string Current { get; }

    public ReadOnlyMemory<byte>? Find(string id) => _keys.TryGetValue(id, out var key) ? key : null;

    private static byte[] Derive(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "crisis pages 1"u8.ToArray());

    private static string Id(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 4));
}
