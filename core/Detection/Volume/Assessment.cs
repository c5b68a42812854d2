namespace Crisis.Core.Detection.Volume;

/// <summary>One window against what the state lets one expect: everything that is computed before anything is learned.</summary>
internal sealed class Assessment
{
    // 98 of 100 of a normal distribution are within so many standard deviations.
    private const double BandDeviations = 2.33;
    private readonly VolumeModel _model;
    private readonly VolumeState _state;
    private readonly TimeZoneInfo _zone;

    public Assessment(VolumeModel model, VolumeState state, DateTimeOffset start, double count, double elapsed, VolumeOptions options)
    {
        (_model, _state, _zone) = (model, state, options.TimeZone);
        Start = start;
        Count = count / options.Expect;
        // A window that begins a little late (clocks drift) is still the next one.
        Missing = state.Last is { } last ? Math.Max(0, (long)Math.Round((start - last) / WindowCounts.Length) - 1) : 0;
        Ordinary = Usually(model, state, start, _zone);
        Quick = Math.Max(Ordinary, state.Recent);
        var halfLife = state.Told ? model.ExplainedHalfLife : model.ForgottenHalfLife;
        Explained = state.Explained * Math.Pow(0.5, (Missing + 1) / halfLife);
        Owed = state.Owed + (Math.Min(Missing, model.MostOwed) * Math.Max(Ordinary, state.Usual));
        if (state.Silence >= model.SilenceSurprise)
            Owed += state.Deficit;
        // Little history leaves the mean itself uncertain, which widens the distribution.
        Dispersion = Math.Max(model.LeastDispersion, state.ExcessVariance / Math.Max(state.SquaredMean, 1e-9))
            + 2.0 / (1 + Math.Min(state.Taught, model.UsualWindows));

        var learning = state.Windows < model.LeastWindows;
        var evidence = Weigh(options.LeastCount);
        Score = learning ? 0 : 1 - Math.Pow(2, -evidence * options.Sensitivity);
        Silence = elapsed < 1 ? state.Silence : learning ? 0 : WeighSilence();
        var since = state.Since ?? (OrdinarySurprise >= model.UnusualSurprise ? start : null);
        var expected = Ordinary * options.Expect * elapsed;
        var deviation = Math.Exp(BandDeviations * Math.Sqrt(Math.Log(1 + Dispersion + (1 / Math.Max(expected, model.LeastMean)))));
        Verdict = new VolumeVerdict(
            Score, count, expected, expected / deviation, expected * deviation, OrdinarySurprise, since, learning,
            1 - Math.Pow(2, -Silence / model.SilenceSurprise));
    }

    /// <summary>Mean by the usual level at the hour of a window.</summary>
    public static double Usually(VolumeModel model, VolumeState state, DateTimeOffset start, TimeZoneInfo zone) =>
        Math.Max(model.LeastMean, state.Usual * SeasonalProfile.Factor(state.Season.Span, SeasonalProfile.SlotOf(TimeZoneInfo.ConvertTime(start, zone))));

    public DateTimeOffset Start { get; }

    /// <summary>What was counted, without what a planned event makes one expect.</summary>
    public double Count { get; }

    /// <summary>Windows nobody saw between the last one and this.</summary>
    public long Missing { get; }

    /// <summary>Mean by the usual level at this hour.</summary>
    public double Ordinary { get; }

    /// <summary>Mean by the usual or the recent level, whichever is higher: the reference for sudden changes.</summary>
    public double Quick { get; }

    /// <summary>Mean if the events told of go on.</summary>
    public double Explained { get; }

    /// <summary>Mentions that were held back and may arrive now.</summary>
    public double Owed { get; }

    public double Dispersion { get; }

    /// <summary>Level of this window, the quarter of an hour, or the running hours, whichever is highest.</summary>
    public double Level { get; private set; }

    /// <summary>Evidence against the ordinary at any scale, whatever was told already.</summary>
    public double OrdinaryEvidence { get; private set; }

    public double OrdinarySurprise { get; private set; }

    public double Score { get; }

    public double Silence { get; }

    public VolumeVerdict Verdict { get; }

    /// <summary>The hour of the week, in the watch's zone, so many windows ago.</summary>
    public int SlotBefore(int windows) =>
        SeasonalProfile.SlotOf(TimeZoneInfo.ConvertTime(Start - (windows * WindowCounts.Length), _zone));

    /// <summary>Evidence for a new event: 1 is the alarm.</summary>
    private double Weigh(double leastCount)
    {
        var quarter = Excess(0, Quick);
        Note(quarter);
        Level = Math.Max(Count, quarter.Level);
        var sudden = Math.Min(quarter.Surprise / _model.SuddenSurprise, quarter.Evidence / _model.SuddenEvidence);

        double lasting = double.MaxValue, surprise = 0;
        var fading = false;
        for (var scale = 1; scale < _model.Scales.Length; scale++)
        {
            var hours = Excess(scale, Ordinary);
            Note(hours);
            // Every scale has to find it unusual: a single spike is soon diluted, a slow rise is not yet one.
            lasting = Math.Min(lasting, hours.Evidence);
            surprise = Math.Max(surprise, hours.Surprise);
            Level = Math.Max(Level, hours.Level);
            fading |= quarter.Level < hours.Level;
        }
        // What is on its way down is no news, and a handful of mentions is no surge, however rare.
        if (fading || quarter.Sum < leastCount)
            return 0;
        var young = quarter.Peak < leastCount * _model.YoungPeakShare ? 0 : WeighYoung(quarter.Sum);
        if (quarter.Peak < leastCount * _model.PeakShare)
            return young;
        return Math.Max(Math.Max(sudden, young), Math.Min(surprise / _model.LastingSurprise, lasting / _model.LastingEvidence));
    }

    /// <summary>
    /// How far a young watch goes by itself is not known, so that counts alone decide: many times the expected, and
    /// unlikely by the predictive distribution of what it has seen so far (a Poisson rate known from n mentions predicts
    /// a negative binomial with dispersion 1/n).
    /// </summary>
    private double WeighYoung(double sum)
    {
        if (_state.Taught >= _model.YoungWindows)
            return 0;
        var expected = (Math.Max(Quick, Explained) * _model.Scales[0]) + Owed;
        var times = sum / expected / _model.YoungTimes;
        if (times < 0.5)
            return 0;
        var seen = 1 + (_state.Taught * _state.Usual);
        var needed = _model.YoungSurprise + (_model.YoungAgeing * Math.Log10(Math.Max(1, _state.Windows / (double)VolumeModel.Hour)));
        return Math.Min(times, NegativeBinomial.UpperSurprise(sum, expected, _model.YoungDispersion + (1 / seen)) / needed);
    }

    private void Note(ScaleExcess excess)
    {
        OrdinarySurprise = Math.Max(OrdinarySurprise, excess.OrdinarySurprise);
        OrdinaryEvidence = Math.Max(OrdinaryEvidence, excess.OrdinaryEvidence);
    }

    private ScaleExcess Excess(int index, double ordinary)
    {
        var missing = (int)Math.Min(Missing, _model.Remembered);
        var windows = Math.Min(_model.Scales[index], _state.Counts.Length + missing + 1);
        double sum = Count, peak = Count;
        for (var back = 1; back < windows; back++)
        {
            var count = back <= missing ? Ordinary : _state.Counts[^(back - missing)];
            sum += count;
            peak = Math.Max(peak, count);
        }
        var tail = _state.Tails.Length > index ? _state.Tails[index] : SurpriseTail.Prior(index);
        var expected = (Math.Max(ordinary, Explained) * windows) + Owed;
        var ordinarily = (ordinary * windows) + Owed;
        var surprise = NegativeBinomial.UpperSurprise(sum, expected, Dispersion);
        return new ScaleExcess(
            sum, peak, sum / windows,
            surprise,
            expected > ordinarily ? NegativeBinomial.UpperSurprise(sum, ordinarily, Dispersion) : surprise,
            tail.Evidence(VolumeModel.Excess(index, sum, expected)),
            tail.Evidence(VolumeModel.Excess(index, sum, ordinarily)));
    }

    private double WeighSilence()
    {
        var expected = Math.Max(1e-6, Math.Min(_state.Recent, Ordinary));
        return Count > expected / 2 ? 0 : _state.Silence + NegativeBinomial.LowerSurprise(Count, expected, Dispersion);
    }
}
