namespace Crisis.Local.Running;

/// <summary>
/// A clock that follows another at a pace that may change: the sample plays quickly, and at real time while a person is
/// asked something. Never goes back.
/// </summary>
public sealed class PacedClock(DateTimeOffset start, TimeProvider real) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset anchor = start;
    private long anchoredAt = real.GetTimestamp();
    private double pace;
    private DateTimeOffset limit = DateTimeOffset.MaxValue;

    /// <summary>Seconds of this clock in one real second, 0 or more; 0 at first: it stands still.</summary>
    public double Pace
    {
        get
        {
            lock (gate) return pace;
        }

        set
        {
            lock (gate)
            {
                Anchor(Now());
                pace = value;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return Now();
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void MoveTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (instant <= Now()) return;
            Anchor(instant);
            if (instant > limit) limit = instant;
        }
    }

    /// <summary>It waits at this instant until it is called again: what was promised to have been noted before holds.</summary>
    public void LetReach(DateTimeOffset instant)
    {
        lock (gate)
        {
            Anchor(Now());
            limit = instant > anchor ? instant : anchor;
        }
    }

    private DateTimeOffset Now()
    {
        var now = anchor + (real.GetElapsedTime(anchoredAt) * pace);
        return now < limit ? now : limit;
    }

    private void Anchor(DateTimeOffset instant)
    {
        anchor = instant;
        anchoredAt = real.GetTimestamp();
    }
}
