namespace Crisis.Local.Benchmarks;

/// <summary>What <see cref="PipelineBenchmark"/> measured in one run.</summary>
/// <param name="Mentions">Mentions played.</param>
/// <param name="Batches">Batches they came in.</param>
/// <param name="RowsPerMention">Rows that the pipeline wrote, of all sorts, per mention.</param>
/// <param name="PerSecond">Mentions per second through scoring, store and windows.</param>
/// <param name="BarePerSecond">Mention rows per second of the bare loop that commits each batch.</param>
/// <param name="BareGroupedPerSecond">The same with as many rows to a commit as the store's groups have.</param>
/// <param name="PeakMegabytes">Largest working set of the process so far.</param>
public sealed record PipelineFigures(
    int Mentions, int Batches, double RowsPerMention, double PerSecond, double BarePerSecond, double BareGroupedPerSecond, double PeakMegabytes)
{
    /// <summary>Lanes that the drill played in; the bare loop has one.</summary>
    public int Lanes { get; init; }

    /// <summary>The pipeline's speed as a share of the bare loop's, same batches.</summary>
    public double Ratio => PerSecond / BarePerSecond;

    /// <summary>Processor time of the bare loop as a share of the pipeline's: says the same on a busy machine.</summary>
    public double ProcessorRatio { get; init; }

    /// <summary>The same against the loop that groups its commits.</summary>
    public double ProcessorRatioToGrouped { get; init; }

    /// <summary>The pipeline's speed as a share of that of the loop that groups its commits.</summary>
    public double RatioToGrouped => PerSecond / BareGroupedPerSecond;
}
