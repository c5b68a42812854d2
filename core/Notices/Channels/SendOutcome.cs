namespace Crisis.Core.Notices.Channels;

/// <summary>How one try to send ended, why (for a person, without secrets), and when to try again if the other side said so.</summary>
public sealed record SendOutcome(SendStatus Status, string? Why = null, TimeSpan? RetryAfter = null)
{
    public static SendOutcome Accepted { get; } = new(SendStatus.Accepted);

    public static SendOutcome NotNeeded { get; } = new(SendStatus.NotNeeded);
}
