using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>
/// Signs and checks webhook bodies by the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256 over
/// <c>{id}.{timestamp}.{body}</c>, so that ready-made libraries can check ours, and we theirs.
/// </summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far a timestamp may be off.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The three headers.</summary>
    /// <param name="secret">Text, or <c>whsec_</c> and base64.</param>
    public static IReadOnlyDictionary<string, string> Headers(string id, DateTimeOffset at, string body, string secret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            [IdHeader] = id,
            [TimestampHeader] = timestamp,
            [SignatureHeader] = "v1," + Convert.ToBase64String(Mac(id, timestamp, body, secret)),
        };
    }

    /// <summary>Whether one of the signatures fits and the timestamp is within <see cref="Tolerance"/> of now.</summary>
    public static bool Holds(string id, string timestamp, string signatures, string body, string secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return false;
        var expected = Mac(id, timestamp, body, secret);
        var holds = false;
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var given = new byte[32];
            holds |= signature.StartsWith("v1,", StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[3..], given, out var length)
                && length == given.Length
                && CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return holds;
    }

    private static byte[] Mac(string id, string timestamp, string body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var key = secret.StartsWith("whsec_", StringComparison.Ordinal) ? Convert.FromBase64String(secret[6..]) : Encoding.UTF8.GetBytes(secret);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
    }
}
