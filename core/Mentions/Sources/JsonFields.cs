using System.Globalization;
using System.Text.Json;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Reads JSON that others wrote: what is missing or of another kind is null, what must be there is a fault of its item.</summary>
public static class JsonFields
{
    /// <summary>The whole answer.</summary>
    /// <exception cref="SourceException">It is no JSON.</exception>
    public static JsonDocument Json(this NetworkReply reply, string network)
    {
        ArgumentNullException.ThrowIfNull(reply);
        try
        {
            return JsonDocument.Parse(reply.Body);
        }
        catch (JsonException e)
        {
            throw new SourceException(SourceFailure.Malformed, $"{network} answered with something that is no JSON.", inner: e);
        }
    }

    /// <summary>The member on this path, or an undefined element.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        }

        return element;
    }

    /// <summary>A text, or a number as it is written; null when neither.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        return found.ValueKind switch
        {
            JsonValueKind.String => found.GetString(),
            JsonValueKind.Number => found.GetRawText(),
            _ => null,
        };
    }

    /// <summary>A text that must be there and not be empty.</summary>
    /// <exception cref="FormatException">It isn't.</exception>
    public static string Required(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Text(path) is { Length: > 0 } text ? text : throw new FormatException($"'{string.Join('.', path!)}' is missing.");

    /// <summary>A count, 0 when missing; never negative.</summary>
    public static int Count(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        long value = 0;
        if (found.ValueKind == JsonValueKind.Number && !found.TryGetInt64(out value)) value = found.GetDouble() > 0 ? int.MaxValue : 0;
        else if (found.ValueKind == JsonValueKind.String) _ = long.TryParse(found.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return (int)Math.Clamp(value, 0, int.MaxValue);
    }

    public static bool Flag(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).ValueKind == JsonValueKind.True;

    /// <summary>An ISO 8601 time, or seconds since 1970; UTC.</summary>
    /// <exception cref="FormatException">It is missing or no time.</exception>
    public static DateTimeOffset Time(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.TimeOrNull(path) ?? throw new FormatException($"'{string.Join('.', path!)}' is no time.");

    public static DateTimeOffset? TimeOrNull(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        if (found.ValueKind == JsonValueKind.Number && found.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799)
            return DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
        if (found.ValueKind != JsonValueKind.String) return null;
        return DateTimeOffset.TryParse(found.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
    }

    /// <summary>The items of an array, empty when it is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Reads every item; one that can't be read becomes a fault, one read as null is left out.</summary>
    public static NetworkPage Read(this JsonElement list, string where, Func<JsonElement, NetworkItem?> read, string? next = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        var items = new List<NetworkItem>();
        List<SourceFault>? faults = null;
        var number = 0;
        foreach (var element in list.Items())
        {
            number++;
            try
            {
                if (read(element) is { } item) items.Add(item);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or KeyNotFoundException or OverflowException)
            {
                (faults ??= []).Add(new SourceFault($"{where}, item {number}", e.Message, "Nothing to do: the item was left out."));
            }
        }

        return new NetworkPage(items, next) { Faults = faults ?? (IReadOnlyList<SourceFault>)[] };
    }
}
