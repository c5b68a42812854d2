namespace Crisis.Core.Response;

/// <summary>One step: who, what, by when.</summary>
public sealed record PlaybookStep
{
    public required string Id { get; init; }
    public required LocalText Title { get; init; }
    public LocalText Help { get; init; } = LocalText.Empty;

    /// <summary>The role whose step it is.</summary>
    public string Role { get; init; } = "lead";

    /// <summary>Due so long after Respond began, by severity 1 to 4; a missing severity takes the next milder one.</summary>
    public IReadOnlyDictionary<int, TimeSpan> Due { get; init; } = new Dictionary<int, TimeSpan>();
}
