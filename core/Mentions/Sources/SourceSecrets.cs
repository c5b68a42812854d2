using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Credentials of sources: one that is missing is the source's trouble.</summary>
public static class SourceSecrets
{
    /// <summary>The value behind the reference.</summary>
    /// <exception cref="SourceException">The host has no such secret (<see cref="SourceFailure.Credential"/>).</exception>
    public static async ValueTask<string> NeedAsync(this ISecrets secrets, string reference, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(reference);
        var name = SecretReference.Is(reference) ? reference[SecretReference.Prefix.Length..] : reference;
        var value = await secrets.FindAsync(name, cancellation);
        return string.IsNullOrWhiteSpace(value)
            ? throw new SourceException(SourceFailure.Credential, $"The secret '{name}' is not set. Add it to the host's secrets.")
            : value.Trim();
    }
}
