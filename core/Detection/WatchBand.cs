namespace Crisis.Core.Detection;

/// <summary>What was expected of a window when it was learned: the middle and the upper edge, for mentions and negatives.</summary>
public sealed record WatchBand(DateTimeOffset Start, double Mentions, double HighMentions, double Negative, double HighNegative);
