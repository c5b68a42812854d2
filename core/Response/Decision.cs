namespace Crisis.Core.Response;

/// <summary>
/// What a person says. <see cref="Id"/> makes a repeat harmless. Arguments by verb: <c>step</c>, <c>draft</c>,
/// <c>text</c>, <c>kind</c>, <c>reason</c>, <c>to</c> (person), <c>until</c> (UTC), <c>cause</c>, <c>severity</c>,
/// <c>into</c> (crisis), <c>mention</c>, <c>label</c>, <c>detector</c>, <c>useful</c>, <c>rating</c>.
/// </summary>
public sealed record Decision
{
    public required string Id { get; init; }

    /// <summary>Null for what concerns no crisis: <c>open</c>, <c>silence</c>.</summary>
    public string? Crisis { get; init; }

    public required string Watch { get; init; }

    /// <summary>A person of the roster, or <c>link:…</c>/<c>survey</c> for somebody outside it.</summary>
    public required string Person { get; init; }

    public required DecisionVerb Verb { get; init; }

    /// <summary>When it was said, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How it came: <c>page</c>, <c>link</c>, <c>webhook</c>, <c>script</c>.</summary>
    public string Via { get; init; } = "page";

    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();
}
