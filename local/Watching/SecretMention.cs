namespace Crisis.Local.Watching;

/// <summary>A place of the configuration that names a secret: <c>secret:teams-crisis</c>.</summary>
internal sealed record SecretMention(string File, int Line, string Field, string Name);
