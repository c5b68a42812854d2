using Crisis.Core.Watching;
using Crisis.Web.Language;

namespace Crisis.Web.Hosting;

/// <summary>One request for a page, with everything a page may know of it.</summary>
public sealed record PageVisit
{
    /// <summary>The path as it was asked for.</summary>
    public required string Path { get; init; }

    public required DateTimeOffset Now { get; init; }
    public required Words Words { get; init; }
    public required CrisisConfig Config { get; init; }
    public required FormTokens Tokens { get; init; }
    public required PageSettings Settings { get; init; }

    /// <summary>Null when nobody is signed in (pages for anybody).</summary>
    public Visitor? Visitor { get; init; }

    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Form { get; init; } = new Dictionary<string, string>();

    /// <summary>After a POST: the nonce of the form, the same for the same form; ids of decisions are made from it.</summary>
    public string FormNonce { get; init; } = "";

    /// <summary>A keyed hash of the caller's address, for rate limits; never the address.</summary>
    public string Caller { get; init; } = "";

    public CancellationToken Cancellation { get; init; }

    public string Place(string name) => Places.TryGetValue(name, out var value) ? value : "";

    public string? Asked(string name) => Query.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string? Said(string name) => Form.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The token for a form of this visitor. <paramref name="mark"/> changes with what the form is about.</summary>
    public string Token(string purpose, string mark = "") => Tokens.Issue(Visitor?.Person ?? "", purpose, mark, Now);
}
