namespace Crisis.Core.Mentions.Sources;

/// <summary>What a lookup's answer says of the mentions that were asked for; those in neither list are gone.</summary>
/// <param name="Items">They are there, and this is what they say now.</param>
/// <param name="Unread">Ids of which the answer says nothing that can be used: they may well be there, and stay as they are.</param>
public sealed record NetworkFound(IReadOnlyList<NetworkItem> Items, IReadOnlyList<string> Unread);
