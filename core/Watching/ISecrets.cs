namespace Crisis.Core.Watching;

/// <summary>
/// Where credentials are kept: environment or files locally, the Key Vault by app settings on Azure. The configuration
/// only names them, <c>secret:name</c>; values never stand in a file, log or page.
/// </summary>
public interface ISecrets
{
    /// <summary>The secret's value, or null when the host has none of this name.</summary>
    ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default);
}
