using System.Text.Json;
using Crisis.Core.Response;

namespace Crisis.Core.Notices.Callbacks;

/// <summary>Somebody's answer to a text message, as an SMS gateway passes it on.</summary>
/// <param name="From">The number as the gateway writes it.</param>
public sealed record SmsReply(string From, string Text)
{
    // What people write back when they mean yes, in both languages; the case does not matter.
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "ok", "okay", "yes", "evet", "tamam", "1", "üstleniyorum", "bende", "ack" };

    /// <summary>Whether the first word says that the person is on it.</summary>
    public bool Acknowledges => Yes.Contains(Text.Split((char[])[' ', '\n', '.', ',', '!'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "");

    /// <summary>Reads a form (<c>From</c>, <c>Body</c>) or JSON (<c>from</c>, <c>text</c>); null when it is no message.</summary>
    /// <exception cref="JsonException">The body says it is JSON, and is not.</exception>
    public static SmsReply? Read(string? contentType, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var fields = contentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true ? Json(body) : Form(body);
        var from = fields.GetValueOrDefault("from") ?? fields.GetValueOrDefault("msisdn");
        var text = fields.GetValueOrDefault("body") ?? fields.GetValueOrDefault("text") ?? fields.GetValueOrDefault("message");
        return from is { Length: > 0 and <= 40 } && text is not null ? new SmsReply(from, text) : null;
    }

    /// <summary>The person of that number; the last ten digits count, since gateways write prefixes in several ways.</summary>
    public Person? PersonOf(IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var number = Digits(From);
        return number.Length < 7 ? null : people.FirstOrDefault(p => p.Phone is { } phone && Digits(phone) == number);
    }

    private static string Digits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length > 10 ? digits[^10..] : digits;
    }

    private static Dictionary<string, string> Json(string body)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
        if (document.RootElement.ValueKind != JsonValueKind.Object) return [];
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in document.RootElement.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String) fields[property.Name] = property.Value.GetString()!;
        return fields;
    }

    private static Dictionary<string, string> Form(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in body.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
            fields[System.Net.WebUtility.UrlDecode(pair[0])] = System.Net.WebUtility.UrlDecode(pair[1]);
        return fields;
    }
}
