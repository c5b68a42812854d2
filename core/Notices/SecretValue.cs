namespace Crisis.Core.Notices;

/// <summary>Values of the configuration that may name a secret.</summary>
public static class SecretValue
{
    private const string Prefix = "secret:";

    /// <summary>The value itself, or what <c>secret:name</c> stands for; null when there is no such secret.</summary>
    public static string? Resolve(this ISecrets secrets, string? value)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return value is not null && value.StartsWith(Prefix, StringComparison.Ordinal) ? secrets.Find(value[Prefix.Length..]) : value;
    }
}
