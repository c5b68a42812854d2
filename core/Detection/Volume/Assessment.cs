namespace Crisis.Core.Detection.Volume;

/// <summary>One window against what the state lets one expect: everything that is computed before anything is learned.</summary>
internal sealed class Assessment
{
    private const double BandSurprise = 2;
    private static readonly int[] Scales = [1, 3, 12];

    public Assessment(VolumeModel model, VolumeState state, DateTimeOffset start, double count, double elapsed, VolumeOptions options)
    {
        Start = start;
        Count = count;
        // A window that begins a little late (clocks drift) is still the next one.
        Missing = state.Last is { } last ? Math.Max(0, (long)Math.Round((start - last) / WindowCounts.Length) - 1) : 0;
        Slot = SeasonalProfile.SlotOf(TimeZoneInfo.ConvertTime(start, options.TimeZone));
        Season = SeasonalProfile.Factor(state.Season.Span, Slot);
        Learning = state.Windows < model.LeastWindows;

        var seasonal = state.Usual * Season;
        Ordinary = Math.Max(model.LeastMean, Math.Max(state.Recent, seasonal) * Math.Max(options.Expect, 1e-3));
        Explained = state.Explained * Math.Pow(0.5, (Missing + 1) / model.ExplainedHalfLife);
        Owed = state.Owed + Missing * seasonal;
        Mean = Math.Max(Ordinary, Explained);
        // Little history leaves the mean itself uncertain, which widens the distribution.
        Dispersion = Math.Max(model.LeastDispersion, state.ExcessVariance / Math.Max(state.SquaredMean, 1e-9))
            + 2.0 / (1 + Math.Min(state.Windows, model.RecentWindows * 4));
        Surprise = Evidence(model, state, Mean, Owed);
        OrdinarySurprise = Mean <= Ordinary ? Surprise : Evidence(model, state, Ordinary, Owed);
        Score = Learning ? 0 : ScoreOf(model, state, options);
        Silence = elapsed >= 1 ? SilenceOf(model, state) : state.Silence;
        ExpectedLow = 0;
        Verdict = new VolumeVerdict(
            Score, count, Ordinary * elapsed, 0, NegativeBinomial.UpperBound(BandSurprise, Ordinary * Math.Max(elapsed, 0.01), Dispersion),
            OrdinarySurprise, state.Since ?? (OrdinarySurprise >= model.LearnSurprise ? start : null), Learning, 1 - Math.Pow(2, -Silence / model.SilenceSurprise));
    }

    public DateTimeOffset Start { get; }
    public double Count { get; }
    public long Missing { get; }
    public int Slot { get; }
    public double Season { get; }
    public bool Learning { get; }
    /// <summary>Mean by the recent and the usual level.</summary>
    public double Ordinary { get; }
    public double Explained { get; }
    public double Owed { get; }
    /// <summary>Mean by the most generous explanation.</summary>
    public double Mean { get; }
    public double Dispersion { get; }
    public double Surprise { get; }
    public double OrdinarySurprise { get; }
    public double Score { get; }
    public double Silence { get; }
    public double ExpectedLow { get; }
    public VolumeVerdict Verdict { get; }

    private double Evidence(VolumeModel model, VolumeState state, double mean, double owed)
    {
        double best = 0, sum = Count;
        var windows = 1;
        foreach (var scale in Scales)
        {
            for (; windows < scale && Missing == 0 && windows <= state.Counts.Length; windows++)
                sum += state.Counts[^windows];
            if (windows < scale)
                break;
            if (sum >= model.LeastCount)
                best = Math.Max(best, NegativeBinomial.UpperSurprise(sum, (mean * scale) + owed, Dispersion));
        }
        return best;
    }

    private double ScoreOf(VolumeModel model, VolumeState state, VolumeOptions options)
    {
        var tail = state.Tail.ReturnWindows(model, Surprise);
        var evidence = Math.Min(Surprise / model.Surprise, Math.Log(1 + tail) / Math.Log(1 + model.ReturnWindows)) * options.Sensitivity;
        return 1 - Math.Pow(2, -evidence);
    }

    private double SilenceOf(VolumeModel model, VolumeState state)
    {
        var expected = Math.Max(state.Recent, state.Usual * Season);
        if (Learning || Count > expected / 2)
            return 0;
        return state.Silence + NegativeBinomial.LowerSurprise(Count, Math.Max(expected, 1e-6), Dispersion);
    }
}
