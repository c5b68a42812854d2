using System.Globalization;
using System.Text.Json;

namespace Crisis.Core.Mentions.Push;

/// <summary>
/// Reads what a tool sends to <c>POST /mentions</c>: one mention or an array of them, as JSON objects with the fields of
/// <see cref="MentionFields"/>. What is good is kept; every fault is named with its place and field.
/// </summary>
public static class PushReader
{
    /// <summary>Largest body, bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Most mentions in one body.</summary>
    public const int MostMentions = 1000;

    /// <param name="watch">The watch of mentions that name none; null: each must name its own.</param>
    public static PushContent Read(ReadOnlyMemory<byte> body, string? watch)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Read([json.RootElement], watch),
                JsonValueKind.Array when json.RootElement.GetArrayLength() > MostMentions =>
                    Refused("(body)", $"holds {json.RootElement.GetArrayLength()} mentions.", $"Send at most {MostMentions} at once."),
                JsonValueKind.Array => Read(json.RootElement.EnumerateArray(), watch),
                _ => Refused("(body)", "is neither an object nor an array.", "Send one mention as {…} or several as […]."),
            };
        }
        catch (JsonException fault)
        {
            return Refused("(body)", $"is not JSON: {fault.Message}", "Send UTF-8 JSON.");
        }
    }

    private static PushContent Read(IEnumerable<JsonElement> items, string? watch)
    {
        var mentions = new List<(string Watch, Mention Mention)>();
        var faults = new List<SourceFault>();
        var number = 0;
        foreach (var item in items)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"mention {++number}");
            if (item.ValueKind != JsonValueKind.Object)
            {
                faults.Add(new SourceFault(where, "is not an object.", "Write { \"created_at\": …, \"text\": … }."));
                continue;
            }

            if (item.EnumerateObject().FirstOrDefault(field => !MentionFields.Names.Contains(field.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            {
                // A mistyped name would lose what it holds; the mention itself is kept.
                faults.Add(new SourceFault(where, $"unknown field '{unknown.Name}' was left out.", $"Known: {string.Join(", ", MentionFields.Names)}."));
            }

            try
            {
                var fields = new MentionFields(name => Text(item, name));
                var mention = fields.Read("push", "push");
                var target = fields.Watch ?? watch ?? throw new FormatException("'watch' is missing.");
                mentions.Add((target, mention));
            }
            catch (FormatException fault)
            {
                faults.Add(new SourceFault(where, fault.Message, "Correct it and send the mention again."));
            }
        }

        return new PushContent(mentions, faults);
    }

    private static PushContent Refused(string where, string what, string remedy) => new([], [new SourceFault(where, what, remedy)]);

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var found)
        ? found.ValueKind switch
        {
            JsonValueKind.String => found.GetString(),
            JsonValueKind.Number => found.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        }
        : null;
}
