using System.Text.Json;

namespace Microsoft.DurableTask.Doubles;

/// <summary>What one generation of an orchestration has asked for and got.</summary>
public sealed class OrchestrationHistory(string name, string instance, string? input, JsonSerializerOptions json)
{
    public string Name { get; } = name;
    public string Instance { get; } = instance;
    public string? Input { get; } = input;
    public List<OrchestrationStep> Steps { get; } = [];
    public required DateTime StartedAt { get; init; }
    public string? CustomStatus { get; set; }

    /// <summary>The input of the next generation, once the code has asked for one.</summary>
    public (string? Input, bool KeepEvents)? Next { get; set; }

    public string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), json);

    public T? Read<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text, json);
}
