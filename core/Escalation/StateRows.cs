using System.Text;
using System.Text.Json;

namespace Crisis.Core.Escalation;

/// <summary>
/// A state as rows: <c>state|id</c> with what changes at every look and with the tags of its parts, and the parts. The
/// tags tell a reader who came between two writers, and a writer which parts need not be written.
/// </summary>
/// <param name="Body">Of the first row.</param>
internal sealed record StateRows(string Body, IReadOnlyList<StatePart> Parts)
{
    private const string Name = "parts";

    /// <param name="rest">Of this state, if it is at hand.</param>
    /// <param name="before">What is stored, if it is known.</param>
    public static StateRows Of(CrisisState state, string? rest = null, KnownCrisis? before = null)
    {
        var parts = StateParts.Of(state, before?.State, before?.Rows.Parts);
        rest ??= StateParts.Rest(state);
        var body = new StringBuilder(rest.Length + 96).Append("{\"").Append(Name).Append("\":{");
        for (var i = 0; i < parts.Count; i++) body.Append(i == 0 ? "\"" : ",\"").Append(parts[i].Name).Append("\":\"").Append(parts[i].Tag).Append('"');
        return new StateRows(body.Append("},").Append(rest.AsSpan(1)).ToString(), parts);
    }

    /// <summary>Has this very part, so that it need not be written.</summary>
    public bool Holds(StatePart part)
    {
        foreach (var one in Parts)
        {
            if (one.Name == part.Name && one.Tag == part.Tag) return true;
        }

        return false;
    }

    /// <summary>The parts that a first row names, with their tags; none in one that an older build wrote, which holds everything.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(string body)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
        if (!json.Read() || !json.Read() || json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals(Name)) return tags;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            tags[name] = json.GetString()!;
        }

        return tags;
    }

    /// <summary>The state that these rows hold.</summary>
    /// <exception cref="InvalidOperationException">A newer build wrote it.</exception>
    public CrisisState Read()
    {
        if (Parts.Count == 0) return CrisisStateUpgrade.Read(Body);
        var whole = new StringBuilder(Body.Length + Parts.Sum(part => part.Body.Length)).Append(Body.AsSpan(0, Body.Length - 1));
        foreach (var part in Parts)
        {
            if (part.Body.Length > 2) whole.Append(',').Append(part.Body.AsSpan(1, part.Body.Length - 2));
        }

        return CrisisStateUpgrade.Read(whole.Append('}').ToString());
    }
}
