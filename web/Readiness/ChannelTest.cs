namespace Crisis.Web.Readiness;

/// <summary>When somebody last tried a channel with a test notice, and whether it was taken.</summary>
/// <param name="Why">What was wrong; null when it was taken.</param>
public sealed record ChannelTest(string Team, string Channel, DateTimeOffset At, string By, bool Taken, string? Why);
