using Crisis.Core.Watching;

namespace Crisis.Functions.Hosting;

/// <summary>
/// Secrets as app settings: <c>secret:teams-crisis</c> is <c>CRISIS_SECRET_TEAMS_CRISIS</c>, which on Azure is a
/// reference to the Key Vault, so that no code reads the vault.
/// </summary>
public sealed class AppSecrets(AppSettings settings) : ISecrets
{
    public string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var value = settings.Of("CRISIS_SECRET_" + name.Replace('-', '_').Replace('.', '_').ToUpperInvariant());
        // The platform hands over the reference itself where the vault has no such secret, or is out of reach.
        return value?.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase) == true ? null : value;
    }

    public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => ValueTask.FromResult(Find(name));

    /// <exception cref="InvalidOperationException">There is none; or it is the sample's, and the pages can be reached from outside.</exception>
    public string Need(string name)
    {
        var value = Find(name) ?? throw new InvalidOperationException($"The secret {name} is missing: set CRISIS_SECRET_{name.Replace('-', '_').ToUpperInvariant()}, for instance to the output of `openssl rand -base64 32`.");
        if (!settings.Loopback && value.StartsWith(AppSettings.SampleKey, StringComparison.Ordinal))
            throw new InvalidOperationException($"The secret {name} is the sample's, which everybody knows. Make your own with `openssl rand -base64 32`.");
        return value;
    }
}
