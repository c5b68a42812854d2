using System.Diagnostics;

namespace Crisis.Functions.Hosting;

/// <summary>
/// The W3C <c>traceparent</c> as the first property of a message's JSON: storage queues have no headers. A message
/// without one is as good.
/// </summary>
public static class TraceEnvelope
{
    private const string Begin = "{\"traceparent\":\"";

    /// <summary>Length of a traceparent of version 00.</summary>
    private const int Length = 55;

    /// <summary>The JSON object with the running trace in it; anything else as it is.</summary>
    public static string Wrap(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C, Id: { Length: Length } trace } || body is not ['{', _, ..]) return body;
        var rest = body.AsSpan(1).TrimStart();
        return string.Concat(Begin, trace, rest is ['}', ..] ? "\"" : "\",", rest);
    }

    /// <summary>The body as it was sent, and the trace that it carried.</summary>
    public static (string Body, string? Parent) Open(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!body.StartsWith(Begin, StringComparison.Ordinal) || body.Length < Begin.Length + Length + 2) return (body, null);
        var rest = body.AsSpan(Begin.Length + Length + 1).TrimStart(',');
        return (string.Concat("{", rest), body.Substring(Begin.Length, Length));
    }
}
