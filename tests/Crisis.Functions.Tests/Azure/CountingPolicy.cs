using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Crisis.Functions.Tests.Azure;

/// <summary>Counts requests to storage as they are billed: one a call that reaches the service, a batch of rows being one.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Total => _counts.Values.Sum();

    public override void OnSendingRequest(HttpMessage message)
    {
        var kind = $"{message.Request.Method} {message.Request.Uri.Path.Split('/', '(').Skip(2).FirstOrDefault()?.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')}";
        _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
    }

    public void Reset() => _counts.Clear();

    public override string ToString() => string.Join(", ", _counts.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key}: {pair.Value}"));
}
