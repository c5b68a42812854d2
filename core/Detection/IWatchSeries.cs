namespace Crisis.Core.Detection;

/// <summary>Windows of a watch with what was expected of them, for charts and reports.</summary>
public interface IWatchSeries
{
    /// <summary>Windows with <c>from ≤ start &lt; before</c>, oldest first; windows without any mention are there with zeros.</summary>
    ValueTask<IReadOnlyList<SeriesPoint>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default);
}
