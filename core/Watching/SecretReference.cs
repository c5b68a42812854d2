namespace Crisis.Core.Watching;

/// <summary>A value of the configuration that names a secret, <c>secret:name</c>.</summary>
public static class SecretReference
{
    public const string Prefix = "secret:";

    public static bool Is(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.StartsWith(Prefix, StringComparison.Ordinal) && value.Length > Prefix.Length;
    }

    /// <summary>The value itself, or what <c>secret:name</c> stands for; null when there is no such secret.</summary>
    public static async ValueTask<string?> ResolveAsync(this ISecrets secrets, string? value, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return value is not null && Is(value) ? await secrets.FindAsync(value[Prefix.Length..], cancellation) : value;
    }
}
