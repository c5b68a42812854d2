using System.Collections.Concurrent;
using Crisis.Core.Storage;

namespace Crisis.Functions.Tests.Pipeline;

internal sealed class MemoryBlobs : IBlobStore
{
    private readonly ConcurrentDictionary<string, StoredBlob> _blobs = new(StringComparer.Ordinal);

    public ValueTask<StoredBlob?> ReadAsync(string name, CancellationToken cancellation = default) => new(_blobs.GetValueOrDefault(name));

    public ValueTask<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default)
    {
        BlobRules.CheckName(name);
        var blob = new StoredBlob(name, content.ToArray(), contentType, Guid.NewGuid().ToString());
        _blobs[name] = blob;
        return new(blob.ETag);
    }

    public ValueTask<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default) =>
        new([.. _blobs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);

    public ValueTask DeleteAsync(string name, CancellationToken cancellation = default)
    {
        _blobs.TryRemove(name, out _);
        return ValueTask.CompletedTask;
    }
}
