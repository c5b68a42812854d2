using Crisis.Core.Watching;

namespace Crisis.Local.Hosting;

/// <summary>
/// Secrets of the environment: <c>secret:teams-crisis</c> is the variable <c>CRISIS_SECRET_TEAMS_CRISIS</c>, or a file of
/// that name in the folder that <c>CRISIS_SECRETS</c> names.
/// </summary>
internal sealed class LocalSecrets : ISecrets
{
    /// <summary>The variable that holds a secret.</summary>
    public static string VariableOf(string name) => "CRISIS_SECRET_" + name.Replace('-', '_').Replace('.', '_').ToUpperInvariant();

    /// <summary>The secret, or null when there is none of this name.</summary>
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 } value) return value;
        if (Environment.GetEnvironmentVariable("CRISIS_SECRETS") is not { Length: > 0 } folder) return null;
        var file = Path.Combine(folder, Path.GetFileName(name));
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => ValueTask.FromResult(Find(name));
}
