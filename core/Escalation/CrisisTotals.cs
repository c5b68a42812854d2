namespace Crisis.Core.Escalation;

/// <summary>Sums since the crisis began, for messages and the report. Counts of mentions; reach is a sum of followers.</summary>
public sealed record CrisisTotals(int Mentions, int Negative, long Reach, int PeakMentions, DateTimeOffset? PeakAt)
{
    public static CrisisTotals None { get; } = new(0, 0, 0, 0, null);
}
