using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crisis.Core.Escalation;

/// <summary>
/// Reads the state of a crisis that an older build wrote, lifting it one schema version after the other: a crisis of
/// thirty days survives a deployment.
/// </summary>
public static class CrisisStateUpgrade
{
    /// <param name="json">The whole state. Schema 1 kept it in one row, which is a matter of <see cref="CrisisTable"/> alone: its JSON is that of 2.</param>
    /// <exception cref="InvalidOperationException">The state was written by a newer build than this one.</exception>
    public static CrisisState Read(string json)
    {
        var (schema, _) = Peek(json);
        if (schema > CrisisState.CurrentSchema)
        {
            throw new InvalidOperationException($"The crisis was written with schema {schema}; this build knows up to {CrisisState.CurrentSchema}. Deploy the newer build again.");
        }

        if (schema == CrisisState.CurrentSchema) return JsonSerializer.Deserialize<CrisisState>(json, CrisisJson.Options)!;
        var state = JsonNode.Parse(json)!.AsObject();
        if (schema == 0) From0(state);
        state["schema"] = CrisisState.CurrentSchema;
        return state.Deserialize<CrisisState>(CrisisJson.Options)!;
    }

    /// <summary>Schema and revision of a stored state, without reading the rest of it; 0 where it names none.</summary>
    internal static (int Schema, int Revision) Peek(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        int schema = 0, revision = 0;
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
            var (isSchema, isRevision) = (reader.ValueTextEquals("schema"u8), reader.ValueTextEquals("revision"u8));
            reader.Read();
            if (isSchema) schema = reader.GetInt32();
            else if (isRevision) revision = reader.GetInt32();
            else reader.Skip();
        }

        return (schema, revision);
    }

    /// <summary>Schema 0, of the preview, had no revision, called the lead <c>owner</c>, and kept whole ids as taken.</summary>
    private static void From0(JsonObject state)
    {
        if (state["owner"] is { } owner)
        {
            state["lead"] = owner.DeepClone();
            state.Remove("owner");
        }

        if (state["taken"] is JsonArray taken)
        {
            state["taken"] = new JsonArray([.. taken.Select(id => (JsonNode)TakenId.Of(id!.GetValue<string>()))]);
        }

        state["revision"] ??= 0;
    }
}
