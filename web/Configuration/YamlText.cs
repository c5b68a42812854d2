using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Crisis.Web.Configuration;

/// <summary>Writes values as YAML on one line.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A group of those fields that have a value.</summary>
    public static string Group(IEnumerable<(string Name, string Value)> fields) =>
        "{ " + string.Join(", ", fields.Where(f => f.Value.Length > 0).Select(f => $"{f.Name}: {f.Value}")) + " }";

    /// <summary>One value, in quotes where YAML could take it for something else.</summary>
    public static string Of(string? value) =>
        string.IsNullOrWhiteSpace(value) ? "" : Plain().IsMatch(value.Trim()) ? value.Trim() : JsonSerializer.Serialize(value.Trim(), Quoting);

    /// <summary>A list of what stands between commas.</summary>
    public static string List(string? values)
    {
        var items = (values ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.Length == 0 ? "" : $"[{string.Join(", ", items.Select(Of))}]";
    }

    // Words of letters, and dates; what YAML reads as true, false or nothing is quoted.
    [GeneratedRegex(@"^(?!(?:true|false|null|yes|no|on|off|y|n)$)(?:\p{L}[\p{L}\p{Nd}_-]*(?: \p{L}[\p{L}\p{Nd}_-]*)*|\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
