namespace Crisis.Core.Watching;

/// <summary>
/// Something the brand knows will draw attention. <see cref="From"/> and <see cref="To"/> are UTC instants (a date in
/// the file is that day in the watch's zone; the last day is included). <see cref="Expect"/>: times the usual volume, over 0.
/// </summary>
public sealed record PlannedEvent(string Name, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Hashtags, double Expect)
{
    /// <summary>Whether it runs at that moment, or has ended less than <paramref name="aftermath"/> ago.</summary>
    public bool Covers(DateTimeOffset at, TimeSpan aftermath = default) => at >= From && at < To + aftermath;
}
