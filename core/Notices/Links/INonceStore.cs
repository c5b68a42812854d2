namespace Crisis.Core.Notices.Links;

/// <summary>Remembers which one-time links were used, until they expire anyway.</summary>
public interface INonceStore
{
    /// <summary>True for the first use, false for every later one.</summary>
    ValueTask<bool> UseAsync(string nonce, DateTimeOffset expires, CancellationToken cancellation = default);
}
