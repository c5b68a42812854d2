using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crisis.Core.Response;

namespace Crisis.Core.Notices.Callbacks;

/// <summary>
/// Reads what comes to <c>/callbacks/{token}</c>: PagerDuty's webhook subscriptions (v3), Opsgenie's webhook integration,
/// or the product's own <c>{"person":"ayse"}</c>. All that is not an acknowledgement is null: taken, and nothing done.
/// </summary>
public static class PagerAnswers
{
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static PagerAnswer? Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) return null;
        if (Element(root, "event") is { } @event)
        {
            if (Text(@event, "event_type") != "incident.acknowledged") return null;
            var who = Element(@event, "agent") is { } agent ? Text(agent, "summary") : null;
            var key = Element(@event, "data") is { } data ? Text(data, "incident_key") : null;
            return new PagerAnswer("pagerduty-" + (Text(@event, "id") ?? Hash(body)), key, who ?? "pagerduty");
        }

        if (Element(root, "alert") is { } alert)
        {
            if (Text(root, "action") != "Acknowledge") return null;
            return new PagerAnswer($"opsgenie-{Text(alert, "alertId")}-{Hash(Text(alert, "username") ?? "")}", Text(alert, "alias"), Text(alert, "username") ?? "opsgenie");
        }

        return (Text(root, "person") ?? Text(root, "email")) is { Length: > 0 and <= 200 } person
            ? new PagerAnswer("callback-" + (Text(root, "id") ?? Hash(body)), null, person)
            : null;
    }

    /// <summary>The person of the roster whose id, e-mail address or name it is; null when it is nobody's.</summary>
    public static Person? PersonOf(string who, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return people.FirstOrDefault(person =>
            person.Id.Equals(who, StringComparison.Ordinal)
            || who.Equals(person.Email, StringComparison.OrdinalIgnoreCase)
            || person.Name.Equals(who, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether PagerDuty's header <c>X-PagerDuty-Signature</c> (<c>v1=</c> and hex, several with commas) fits the body.</summary>
    public static bool PagerDutySigned(string header, string body, string secret)
    {
        ArgumentNullException.ThrowIfNull(header);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        var holds = false;
        foreach (var part in header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!part.StartsWith("v1=", StringComparison.Ordinal) || part.Length != 67) continue;
            var given = new byte[32];
            holds |= Convert.FromHexString(part.AsSpan(3), given, out _, out _) == System.Buffers.OperationStatus.Done && CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return holds;
    }

    private static JsonElement? Element(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Hash(string text) => NoticeHash.Of(text)[..12];
}
