namespace Crisis.Core.Storage;

/// <summary>Named byte contents: reports, configuration, batches too large for a queue. Names are paths with <c>/</c>.</summary>
public interface IBlobStore
{
    /// <summary>The content and its tag, or null when there is none.</summary>
    ValueTask<StoredBlob?> ReadAsync(string name, CancellationToken cancellation = default);

    /// <summary>Writes or overwrites. Returns the new tag.</summary>
    ValueTask<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default);

    ValueTask DeleteAsync(string name, CancellationToken cancellation = default);
}
