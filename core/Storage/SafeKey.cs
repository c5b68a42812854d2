using System.Buffers;
using System.Globalization;
using System.Text;

namespace Crisis.Core.Storage;

/// <summary>Turns native ids and addresses into keys that every store takes, reversibly and without collisions.</summary>
public static class SafeKey
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:@|+,;=()$*~ ");

    private const int Longest = 200;

    /// <summary>
    /// Characters outside a small safe set become <c>!hhhh</c>; a result over 200 characters is cut and closed with a
    /// hash of the whole, so that it stays unique (and is then no longer reversible).
    /// </summary>
    public static string From(string native)
    {
        ArgumentNullException.ThrowIfNull(native);
        if (native.Length == 0) return "!";
        if (native.Length <= Longest && native.AsSpan().IndexOfAnyExcept(Plain) < 0) return native;
        var text = new StringBuilder(native.Length + 16);
        foreach (var c in native)
        {
            if (Plain.Contains(c)) text.Append(c);
            else text.Append('!').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        if (text.Length <= Longest) return text.ToString();
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(native));
        return string.Concat(text.ToString(0, Longest - 33), "!", Convert.ToHexStringLower(hash.AsSpan(0, 16)));
    }
}
