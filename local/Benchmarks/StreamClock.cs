namespace Crisis.Local.Benchmarks;

/// <summary>Stands where the stream is.</summary>
internal sealed class StreamClock : TimeProvider
{
    private long _ticks;

    public void MoveTo(DateTimeOffset time) => Volatile.Write(ref _ticks, time.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
}
