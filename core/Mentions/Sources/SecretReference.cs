namespace Crisis.Core.Mentions.Sources;

/// <summary>A setting's value that names a secret, <c>secret:name</c>.</summary>
public static class SecretReference
{
    public const string Prefix = "secret:";

    public static bool Is(string value) =>
        value.StartsWith(Prefix, StringComparison.Ordinal) && value.Length > Prefix.Length;

    /// <summary>The value behind the reference.</summary>
    /// <exception cref="SourceException">The host has no such secret (<see cref="SourceFailure.Credential"/>).</exception>
    public static async ValueTask<string> ResolveAsync(this ISecrets secrets, string reference, CancellationToken cancellation = default)
    {
        var name = Is(reference) ? reference[Prefix.Length..] : reference;
        var value = await secrets.FindAsync(name, cancellation);
        return string.IsNullOrWhiteSpace(value)
            ? throw new SourceException(SourceFailure.Credential, $"The secret '{name}' is not set. Add it to the host's secrets.")
            : value.Trim();
    }
}
