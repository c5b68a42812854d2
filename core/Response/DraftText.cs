namespace Crisis.Core.Response;

/// <summary>One version of a draft for the public, by language, word for word. Version 1 is what the system offered.</summary>
public sealed record DraftText
{
    public required string Draft { get; init; }
    public required int Version { get; init; }

    /// <summary>Texts by two-letter code; an edit in one language keeps the others.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Who wrote this version: a person's id, null for the system.</summary>
    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who approved this very version.</summary>
    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }
}
