namespace Crisis.Core.Response;

/// <summary>A draft for the public. Its text is a row of its own, by crisis, draft and version.</summary>
public sealed record DraftState(string Id, DraftStatus Status, int Version)
{
    public string? By { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>The version that approvers were last asked about.</summary>
    public int AskedVersion { get; init; }
}
