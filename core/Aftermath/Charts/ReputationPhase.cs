namespace Crisis.Core.Aftermath.Charts;

/// <summary>How people spoke of the brand before, during or after a crisis.</summary>
/// <param name="Key"><c>before</c>, <c>during</c>, <c>after</c>.</param>
/// <param name="Hours">How long it was looked at; over 0.</param>
/// <param name="Sources">The same by source type.</param>
public sealed record ReputationPhase(string Key, double Hours, long Mentions, long Negative, IReadOnlyDictionary<string, (long Mentions, long Negative)> Sources)
{
    public double MentionsPerHour => Mentions / Hours;

    public double NegativePerHour => Negative / Hours;

    /// <summary>Share of negative, 0 to 1; null when nobody said anything.</summary>
    public double? Share => Mentions == 0 ? null : (double)Negative / Mentions;
}
