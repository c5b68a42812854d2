namespace Crisis.Core.Mentions.Sources;

/// <summary>Where credentials are kept. Settings only name them, <c>secret:name</c>; values never stand in a file, log or page.</summary>
public interface ISecrets
{
    /// <summary>The secret's value, or null when the host has none of this name.</summary>
    ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default);
}
