namespace Crisis.Core.Detection.Volume;

/// <summary>One window against what the state lets one expect: everything that is computed before anything is learned.</summary>
internal sealed class Assessment
{
    private const double BandSurprise = 2;

    public Assessment(VolumeModel model, VolumeState state, DateTimeOffset start, double count, double elapsed, VolumeOptions options)
    {
        Start = start;
        Count = count;
        // A window that begins a little late (clocks drift) is still the next one.
        Missing = state.Last is { } last ? Math.Max(0, (long)Math.Round((start - last) / WindowCounts.Length) - 1) : 0;
        Slot = SeasonalProfile.SlotOf(TimeZoneInfo.ConvertTime(start, options.TimeZone));
        Season = model.Seasonal > 0 ? SeasonalProfile.Factor(state.Season.Span, Slot) : 1;
        Learning = state.Windows < model.LeastWindows;

        Ordinary = Math.Max(model.LeastMean, state.Usual * Season * Math.Max(options.Expect, 1e-3));
        Explained = state.Explained * Math.Pow(0.5, (Missing + 1) / (state.Told ? model.ExplainedHalfLife : model.ForgottenHalfLife));
        Owed = state.Owed + Math.Min(Missing, model.MostOwed) * Ordinary + (state.Silence >= model.SilenceSurprise ? state.Deficit : 0);
        Mean = Math.Max(Ordinary, Explained);
        // Little history leaves the mean itself uncertain, which widens the distribution.
        Dispersion = Math.Max(model.LeastDispersion, state.ExcessVariance / Math.Max(state.SquaredMean, 1e-9))
            + 2.0 / (1 + Math.Min(state.Taught, model.RecentWindows * 4));
        var scales = model.Scales;
        Excesses = new double[scales.Length];
        double quarter = 0, peak = 0, quarterMean = 0, slow = 0, fast = 0, surprise = 0, ordinarySlow = 0, ordinarySurprise = 0;
        Quick = Math.Max(Ordinary, state.Recent * options.Expect);
        for (var i = 0; i < Excesses.Length; i++)
        {
            var isFast = scales[i] <= 3;
            var scale = Math.Min(scales[i], Missing > 0 ? 1 : state.Counts.Length + 1);
            var sum = count;
            for (var w = 1; w < scale; w++)
                sum += state.Counts[^w];
            if (!isFast) Level = Math.Max(Level, sum / scale);
            var reference = isFast ? Quick : Ordinary;
            var mean = Math.Max(reference, Explained);
            var prior = isFast ? model.FastLogPrior : model.LogPrior;
            Excesses[i] = Math.Log((sum + prior) / (reference * scale + Owed + prior));
            var tail = state.Tails.Length > i ? state.Tails[i] : SurpriseTail.Prior(model, isFast);
            var evidence = tail.Evidence(Math.Log((sum + prior) / (mean * scale + Owed + prior)));
            if (isFast) { quarter = sum; for (var w = 0; w < scale; w++) peak = Math.Max(peak, w == 0 ? count : state.Counts[^w]); quarterMean = sum / scale; } else Fading |= quarterMean < model.Rising * sum / scale;
            if (!isFast)
            {
                ordinarySlow += tail.Evidence(Excesses[i]) / 2;
                slow += evidence / 2;
                surprise = Math.Max(surprise, NegativeBinomial.UpperSurprise(sum, mean * scale + Owed, Dispersion));
            }
            else
            {
                var s = NegativeBinomial.UpperSurprise(sum, mean * scale + Owed, Dispersion);
                fast = Math.Max(fast, Math.Min(s / model.FastSurprise, evidence / model.FastEvidence));
            }
            ordinarySurprise = Math.Max(ordinarySurprise, NegativeBinomial.UpperSurprise(sum, Ordinary * scale + Owed, Dispersion));
        }
        Slow = slow; Fast = fast;
        OrdinaryEvidence = ordinarySlow;
        OrdinarySurprise = ordinarySurprise;
        Score = Learning || quarter < model.FastLeast3 || peak < model.FastLeast1 || Fading ? 0 : 1 - Math.Pow(2, -Math.Max(fast, Math.Min(surprise / model.Surprise, slow / model.Evidence)) * options.Sensitivity);
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
    public double[] Excesses { get; }
    public double Quick { get; }
    public bool Fading { get; }
    public double Fast { get; }
    public double Slow { get; }
    public double Level { get; }
    public double OrdinaryEvidence { get; }
    public double OrdinarySurprise { get; }
    public double Score { get; }
    public double Silence { get; }
    public double ExpectedLow { get; }
    public VolumeVerdict Verdict { get; }

    private double SilenceOf(VolumeModel model, VolumeState state)
    {
        var expected = Math.Max(state.Recent, state.Usual * Season);
        if (Learning || Count > expected / 2)
            return 0;
        return state.Silence + NegativeBinomial.LowerSurprise(Count, Math.Max(expected, 1e-6), Dispersion);
    }
}
