namespace Crisis.Core.Watching.Configuration;

/// <summary>One file of the configuration. <see cref="Path"/> is relative, with <c>/</c>, such as <c>watches/kuzey.yaml</c>.</summary>
public sealed record ConfigFile(string Path, string Content);
