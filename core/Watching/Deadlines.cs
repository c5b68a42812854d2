namespace Crisis.Core.Watching;

/// <summary>How long a crisis waits for what. A drill, a test and production differ only in these.</summary>
public sealed record Deadlines
{
    /// <summary>Detect looks again after this before it calls people, unless severity is 1.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>An acknowledged crisis without any decision for this long calls the ladder again.</summary>
    public TimeSpan Stale { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>A responder who has been called is reminded after this.</summary>
    public TimeSpan Remind { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>People get new numbers this often.</summary>
    public TimeSpan Update { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Numbers are measured this often; at most five minutes.</summary>
    public TimeSpan Measure { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>With numbers back inside the baseline for this long, "contained" is proposed.</summary>
    public TimeSpan ProposeContained { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>With nobody answering and numbers normal for this long, the crisis leaves Respond as unattended.</summary>
    public TimeSpan Unattended { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Recovered after this many windows in a row inside the baseline.</summary>
    public int RecoveryWindows { get; init; } = 24;

    /// <summary>After recovery the crisis stays open this long for causes, survey and relapse before it is closed.</summary>
    public TimeSpan Aftercare { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A crisis that never recovers is closed after this, and says so.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromDays(30);
}
