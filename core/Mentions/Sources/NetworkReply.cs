using System.Net.Http.Headers;

namespace Crisis.Core.Mentions.Sources;

/// <summary>An answer as it came: status, headers, body (at most 8 MiB).</summary>
public sealed record NetworkReply(int Status, HttpResponseHeaders Headers, ReadOnlyMemory<byte> Body)
{
    public bool Fine => Status is >= 200 and < 300;

    /// <summary>Content headers such as Last-Modified.</summary>
    public HttpContentHeaders? Content { get; init; }

    /// <summary>The header's first value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
