using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Crisis.Functions.Tests.Sentiment;

/// <summary>An HTTP answer with a status and, if any, a <c>Retry-After</c>.</summary>
internal sealed class Answer(int status, string? retryAfter = null) : Response
{
    public override int Status => status;
    public override string ReasonPhrase => "";
    public override Stream? ContentStream { get; set; }
    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => retryAfter is null ? [] : [new HttpHeader("Retry-After", retryAfter)];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name == "Retry-After" ? retryAfter : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
