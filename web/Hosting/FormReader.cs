using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Hosting;

/// <summary>Reads the fields of a sent form, within limits.</summary>
internal static class FormReader
{
    /// <summary>Name of the field with the signed token.</summary>
    public const string Token = "_form";

    private const long MostBytes = 256 * 1024;

    public static async ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is null or > MostBytes) return Empty;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return Empty;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.ToDictionary(f => f.Key, f => Clean(f.Value.ToString()), StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return Empty;
        }
    }

    /// <summary>What the visitor had written, without the token.</summary>
    public static IReadOnlyDictionary<string, string> Written(IReadOnlyDictionary<string, string> form) =>
        form.Where(f => !f.Key.StartsWith('_') && f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value);

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>();

    /// <summary>Line ends as one character; no other control characters.</summary>
    private static string Clean(string value) => string.Concat(
        value.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
}
