namespace Crisis.Core.Detection;

/// <summary>Why a signal was not escalated.</summary>
public enum SuppressionReason
{
    /// <summary>The watch has not seen enough to know what is normal.</summary>
    Learning,

    /// <summary>Many mentions but few negatives: people look, they do not complain.</summary>
    AttentionOnly,

    /// <summary>Within what a planned event was expected to bring.</summary>
    PlannedEvent,

    /// <summary>A person silenced it, until a time, for a reason.</summary>
    Silenced,

    /// <summary>Too soon after a crisis of the same cause was closed, and not worse than it was.</summary>
    CoolDown,

    /// <summary>The same text over and over from few accounts.</summary>
    BotFlood,

    /// <summary>The analyser changed in the middle; alike by the measure of either alone.</summary>
    AnalyserChanged,

    /// <summary>The mentions are old: a source came back after an outage.</summary>
    LateArrivals,

    /// <summary>It happened while nobody looked, and is over.</summary>
    WhileBlind,

    /// <summary>Below what this watch's sensitivity asks for.</summary>
    BelowSensitivity,

    /// <summary>Far fewer mentions than expected: a broken source or a quiet day, the watchdog's matter.</summary>
    WatchdogOnly,
}
