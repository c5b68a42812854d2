namespace Crisis.Local.Drills;

/// <summary>A clock that only a drill moves. Never goes back. Timers are not part of it: a drill asks who wants to be called when.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.UtcTicks;

    public void MoveTo(DateTimeOffset instant)
    {
        if (instant > now) now = instant;
    }
}
