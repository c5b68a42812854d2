namespace Crisis.Core.Escalation;

/// <summary>Looks at the mentions on behalf of a crisis.</summary>
public interface ICrisisMeasures
{
    /// <summary>Judges the sealed windows from <paramref name="from"/> to <paramref name="now"/> against the baseline from before the crisis.</summary>
    ValueTask<Measurement> MeasureAsync(CrisisState crisis, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Gathers first posts, spread, targets and authors since <paramref name="since"/>; what the crisis knows of its beginning is not sought again once it responds.</summary>
    ValueTask<SpreadReport> GatherAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default);
}
