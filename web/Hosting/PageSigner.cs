using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Crisis.Web.Hosting;

/// <summary>
/// Signs short texts: <c>key.payload.signature</c>, HMAC-SHA-256 over a scope and the payload, so that what was signed
/// for one use is worth nothing in another.
/// </summary>
public sealed class PageSigner(IPageKeys keys)
{
    public string Sign(string scope, string payload)
    {
        var id = keys.Current;
        var key = keys.Find(id) ?? throw new InvalidOperationException("The current signing key is missing.");
        return $"{id}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{Base64Url.EncodeToString(Mac(key, scope, payload))}";
    }

    /// <summary>The payload, or null when the text was not signed here for this scope.</summary>
    public string? Open(string scope, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Length > 4096 ? [] : text.Split('.');
        if (parts.Length != 3 || keys.Find(parts[0]) is not { } key) return null;
        if (!Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2])) return null;
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        return CryptographicOperations.FixedTimeEquals(Mac(key, scope, payload), Base64Url.DecodeFromChars(parts[2])) ? payload : null;
    }

    /// <summary>A keyed hash, for what must be told apart but not known.</summary>
    public string Hash(string scope, string value)
    {
        var key = keys.Find(keys.Current) ?? throw new InvalidOperationException("The current signing key is missing.");
        return Convert.ToHexStringLower(Mac(key, scope, value).AsSpan(0, 12));
    }

    private static byte[] Mac(ReadOnlyMemory<byte> key, string scope, string payload) =>
        HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes($"{scope}\n{payload}"));
}
