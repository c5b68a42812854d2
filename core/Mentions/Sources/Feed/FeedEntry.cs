namespace Crisis.Core.Mentions.Sources.Feed;

/// <summary>
/// An item of a feed. <see cref="Dated"/> is false when it carries no readable date: then its time is when it was first
/// seen. <see cref="Version"/> changes when the feed says that it was updated; null when it doesn't say.
/// </summary>
internal sealed record FeedEntry(Mention Mention, bool Dated, string? Version);
