namespace Crisis.Core.Mentions.Sources;

/// <summary>When a quota begins anew.</summary>
public enum QuotaPeriod
{
    /// <summary>A fixed time after its first use.</summary>
    Window,

    /// <summary>At midnight Pacific time (Google's quotas).</summary>
    PacificDay,

    /// <summary>With each month, UTC.</summary>
    UtcMonth,
}
