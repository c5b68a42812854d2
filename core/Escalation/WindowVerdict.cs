namespace Crisis.Core.Escalation;

/// <summary>One sealed window against the baseline from before the crisis.</summary>
/// <param name="NegativeInside">Negatives are inside the expected band.</param>
/// <param name="VolumeInside">All mentions are inside the expected band.</param>
public sealed record WindowVerdict(DateTimeOffset Start, int Mentions, int Negative, bool NegativeInside, bool VolumeInside);
