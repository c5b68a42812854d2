namespace Crisis.Core.Response;

/// <summary>A responder of a roster.</summary>
public sealed record Person
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Such as <c>lead</c>, <c>communications</c>, <c>customer-service</c>, <c>legal</c>, <c>it</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Two-letter code of the language this person is written in.</summary>
    public string Language { get; init; } = "tr";

    public string? Email { get; init; }

    /// <summary>For SMS gateways, in international form.</summary>
    public string? Phone { get; init; }

    /// <summary>Such as <c>Mon-Fri 09:00-18:00</c> (several with commas) in the watch's zone; null: always.</summary>
    public string? Hours { get; init; }

    /// <summary>Id of the person called instead outside hours or when absent.</summary>
    public string? StandIn { get; init; }

    /// <summary>Absences, local dates, both ends included.</summary>
    public IReadOnlyList<Absence> Away { get; init; } = [];
}
