namespace Crisis.Core.Notices.Delivery;

/// <summary>How the sender behaves on its host.</summary>
public sealed record NoticeSenderOptions
{
    public RetrySchedule Schedule { get; init; } = new();

    /// <summary>
    /// How long a try that another sender has begun is left alone. Zero where only one process sends: a try found
    /// begun is then one that died. On hosts that may run an effect twice at once, longer than a try can take.
    /// </summary>
    public TimeSpan InFlight { get; init; }
}
