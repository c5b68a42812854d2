namespace Crisis.Core.Mentions;

/// <summary>What makes a mention worth showing.</summary>
public enum Telling
{
    /// <summary>Negative ones only: how negative, weighed with how far they reach.</summary>
    Negative,

    /// <summary>How far they reach: followers, and what people did with them.</summary>
    Reach,
}
