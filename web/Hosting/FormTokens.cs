using System.Globalization;

namespace Crisis.Web.Hosting;

/// <summary>
/// Protects forms without anything shared between instances: each form carries a signed token for one person, one
/// purpose and one state of what it is about. The same form shown twice has the same token, so that a double click is
/// one decision, and a page that has not changed has the same bytes.
/// </summary>
public sealed class FormTokens(PageSigner signer, PageSettings settings)
{
    private const string Scope = "form";

    public string Issue(string person, string purpose, string mark, DateTimeOffset now)
    {
        // Whole hours: a page without news keeps its tag while people look at it.
        var hour = now.UtcTicks / TimeSpan.TicksPerHour;
        var nonce = signer.Hash("nonce", $"{person}\n{purpose}\n{mark}");
        return signer.Sign(Scope, string.Create(CultureInfo.InvariantCulture, $"{person}\n{purpose}\n{nonce}\n{hour}"));
    }

    /// <summary>The token, or null when it was not made here, for another person or purpose, or has expired.</summary>
    public FormToken? Check(string? token, string person, string purpose, DateTimeOffset now)
    {
        if (token is null || signer.Open(Scope, token) is not { } payload) return null;
        var parts = payload.Split('\n');
        if (parts.Length != 4 || parts[0] != person || parts[1] != purpose) return null;
        if (!long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return null;
        var expires = new DateTimeOffset(hour * TimeSpan.TicksPerHour, TimeSpan.Zero) + settings.FormLength;
        return now < expires ? new FormToken(person, purpose, parts[2], expires) : null;
    }
}
