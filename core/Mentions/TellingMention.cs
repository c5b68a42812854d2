namespace Crisis.Core.Mentions;

/// <summary>A mention worth showing, for all that say the same.</summary>
/// <param name="Repeats">How many of those that were looked at say the same, itself among them; 1 or more.</param>
public sealed record TellingMention(StoredMention Stored, int Repeats);
