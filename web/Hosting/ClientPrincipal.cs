using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Hosting;

/// <summary>
/// Who the platform's sign-in says the visitor is: header <c>X-MS-CLIENT-PRINCIPAL</c>, Base64 of JSON with claims as
/// <c>typ</c> and <c>val</c>. The platform removes such a header from what comes from outside.
/// </summary>
internal static class ClientPrincipal
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int Longest = 16_000;

    // Addresses alone: a display name is whatever somebody chose.
    private static readonly string[] Claims =
        ["preferred_username", "upn", "email", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"];

    /// <summary>The addresses that it names; none when there is no header, or it is damaged.</summary>
    public static IReadOnlyList<string> NamesOf(IHeaderDictionary headers)
    {
        if (headers[Header] is not [{ Length: > 0 and <= Longest } header]) return [];
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(header));
            if (!json.RootElement.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array) return [];
            return [.. claims.EnumerateArray().Where(c => Claims.Contains(Text(c, "typ"), StringComparer.OrdinalIgnoreCase)).Select(c => Text(c, "val")).Where(value => value.Contains('@', StringComparison.Ordinal))];
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string Text(JsonElement claim, string name) => claim.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
