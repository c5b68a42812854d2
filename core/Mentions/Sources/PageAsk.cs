namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// Which page of a stream is wanted: the one that <see cref="Token"/> (from the page before) names, or the newest when it
/// is null; nothing older than <see cref="Floor"/> is needed, and nothing newer than <see cref="Until"/> when a walk is
/// taken up again in its middle (UTC). A network that can't filter by time ignores both.
/// </summary>
public readonly record struct PageAsk(string? Token, DateTimeOffset Floor, DateTimeOffset? Until);
