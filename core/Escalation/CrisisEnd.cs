namespace Crisis.Core.Escalation;

/// <summary>How a crisis ended.</summary>
public enum CrisisEnd
{
    /// <summary>Recovered, and its aftercare is over.</summary>
    Recovered,

    /// <summary>A person closed it before it had recovered.</summary>
    ClosedByPerson,

    /// <summary>Found to be no crisis, by a person or on the second look.</summary>
    Dismissed,

    /// <summary>Went on as part of another.</summary>
    Merged,

    /// <summary>Never recovered within the longest time.</summary>
    Expired,
}
