using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Crisis.Core.Notices.Links;

/// <summary>
/// Mints and verifies the tokens in links. A token is base64url of: version, key id, purpose (a byte each), expiry (Unix
/// minutes, 4 bytes), nonce (8 bytes), then person, crisis and action as UTF-8 parted by zero bytes, then the first 16
/// bytes of HMAC-SHA256 over all that.
/// </summary>
public sealed class SignedLinks(LinkKeys keys, TimeProvider time)
{
    private const byte Version = 1;
    private const int Head = 15;
    private const int Mac = 16;
    private const int Longest = 1000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="seed">What makes the nonce: the same seed and claim give the same token, so that a repeated message is the same to the byte. Secret randomness where a link must not be guessed from its claim is not needed: the nonce is keyed.</param>
    /// <exception cref="ArgumentException">A part holds a zero character.</exception>
    public string Mint(LinkClaim claim, string seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Person.Contains('\0', StringComparison.Ordinal) || claim.Crisis.Contains('\0', StringComparison.Ordinal) || claim.Action.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("Person, crisis and action must not hold zero characters.", nameof(claim));
        var text = Strict.GetBytes($"{claim.Person}\0{claim.Crisis}\0{claim.Action}");
        var token = new byte[Head + text.Length + Mac];
        (token[0], token[1], token[2]) = (Version, keys.CurrentId, (byte)claim.Purpose);
        BinaryPrimitives.WriteUInt32BigEndian(token.AsSpan(3), checked((uint)(claim.Expires.ToUnixTimeSeconds() / 60)));
        HMACSHA256.HashData(keys.Current, Strict.GetBytes("nonce\0" + seed)).AsSpan(0, 8).CopyTo(token.AsSpan(7));
        text.CopyTo(token.AsSpan(Head));
        HMACSHA256.HashData(keys.Current, token.AsSpan(0, token.Length - Mac)).AsSpan(0, Mac).CopyTo(token.AsSpan(token.Length - Mac));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Checks all but one-time use; see <see cref="UseAsync"/>.</summary>
    /// <param name="inRoster">Whether a person of that id may still act; asked only when the link names one.</param>
    public LinkCheck Verify(string? token, LinkPurpose purpose, Func<string, bool>? inRoster = null)
    {
        if (Decode(token) is not { } bytes || bytes[0] != Version) return new LinkCheck(LinkState.Malformed, null);
        var known = keys.Of(bytes[1]).ToArray();
        if (known.Length == 0) return new LinkCheck(LinkState.UnknownKey, null);
        var signed = bytes.AsMemory(0, bytes.Length - Mac);
        var right = known.Any(key => CryptographicOperations.FixedTimeEquals(
            HMACSHA256.HashData(key, signed.Span).AsSpan(0, Mac), bytes.AsSpan(bytes.Length - Mac)));
        if (!right || Claim(signed.Span) is not { } claim) return new LinkCheck(LinkState.Tampered, null);
        var state = claim.Purpose != purpose ? LinkState.OtherPurpose
            : claim.Expires <= time.GetUtcNow() ? LinkState.Expired
            : claim.Person.Length > 0 && inRoster is not null && !inRoster(claim.Person) ? LinkState.NotInRoster
            : LinkState.Valid;
        return new LinkCheck(state, claim);
    }

    /// <summary>Checks a one-time link and uses it up. Of two that use it at once, one is told that it was used.</summary>
    public async ValueTask<LinkCheck> UseAsync(string? token, LinkPurpose purpose, Func<string, bool>? inRoster, INonceStore nonces, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(nonces);
        var check = Verify(token, purpose, inRoster);
        if (!check.Valid) return check;
        var first = await nonces.UseAsync(check.Claim!.Nonce, check.Claim.Expires, cancellation).ConfigureAwait(false);
        return first ? check : check with { State = LinkState.Used };
    }

    private static byte[]? Decode(string? token)
    {
        if (token is null || token.Length > Longest || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);

        // One spelling a token: unused bits, padding and spaces would give it several.
        return bytes.Length < Head + 2 + Mac || Base64Url.EncodeToString(bytes) != token ? null : bytes;
    }

    private static LinkClaim? Claim(ReadOnlySpan<byte> signed)
    {
        var parts = Strict.GetString(signed[Head..]).Split('\0');
        if (parts.Length != 3) return null;
        var expires = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(signed[3..]) * 60L);
        return new LinkClaim((LinkPurpose)signed[2], parts[0], parts[1], parts[2], expires) { Nonce = Base64Url.EncodeToString(signed.Slice(7, 8)) };
    }
}
