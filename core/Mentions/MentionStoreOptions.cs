namespace Crisis.Core.Mentions;

/// <summary>How mentions are kept. The defaults are the product's; a host sets the key and <see cref="SoleWriter"/>.</summary>
public sealed record MentionStoreOptions
{
    /// <summary>
    /// Secret key of the author hashes, 16 bytes or more. Another key makes every author a new one, and earlier ones
    /// can no longer be erased by their id.
    /// </summary>
    public required ReadOnlyMemory<byte> AuthorKey { get; init; }

    /// <summary>A mention that is taken in longer than this after its window's end is late.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Sealing waits this much longer than <see cref="Grace"/>: more than the clocks of two instances differ, and more
    /// than a write takes.
    /// </summary>
    public TimeSpan SealMargin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A time further ahead of the intake than this is wrong, and set to the intake.</summary>
    public TimeSpan MostAhead { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An older mention is not taken in: its rows would be dropped as too old.</summary>
    public TimeSpan Oldest { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// True when this process alone writes mentions (one machine): then open windows are summed in memory as they grow
    /// and read from the store only after a start. On several instances they are summed from the store at each reading.
    /// </summary>
    public bool SoleWriter { get; init; }
}
