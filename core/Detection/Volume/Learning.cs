using System.Collections.Immutable;

namespace Crisis.Core.Detection.Volume;

/// <summary>
/// What a closed window teaches. It teaches only after a quarantine, so that a surge that is building up does not become
/// its own baseline; it is cut back before it teaches, and teaches little while an event lasts that was told of.
/// </summary>
internal static class Learning
{
    private const int LeastSlotWindows = 6;

    public static VolumeState Learn(VolumeModel model, VolumeState state, Assessment seen)
    {
        var arrived = Math.Min(seen.Owed, Math.Max(0, seen.Count - seen.Ordinary));
        var next = state with { Counts = Remember(model, state.Counts, seen, seen.Count - arrived), Windows = state.Windows + 1 };
        next = Teach(model, next, seen);
        var calm = seen.OrdinaryEvidence >= model.LastingEvidence * model.Running ? 0 : state.Calm + 1;
        var alarm = seen.Score >= VolumeVerdict.Alarm;
        var told = alarm || (state.Told && calm <= model.CalmWindows);
        return next with
        {
            Last = seen.Start,
            Since = told || seen.OrdinarySurprise >= model.UnusualSurprise ? state.Since ?? seen.Start : null,
            Told = told,
            Calm = calm,
            Explained = Short(Math.Max(seen.Explained, alarm ? seen.Level : told ? Math.Min(seen.Level, state.Explained * model.ExplainedGrowth) : 0)),
            Owed = Short((seen.Owed - arrived) * model.OwedKept),
            Deficit = seen.Silence > 0 ? state.Deficit + Math.Max(0, seen.Ordinary - seen.Count) : 0,
            Silence = seen.Silence,
        };
    }

    private static VolumeState Teach(VolumeModel model, VolumeState state, Assessment seen)
    {
        // The quarantine grows with the history: a new watch has to start somewhere.
        var lag = (int)Math.Min(model.Quarantine, (state.Windows - 1) / 4);
        var first = state.Taught == 0;
        if ((state.Windows - lag <= state.Taught && !first) || lag >= state.Counts.Length)
            return state;
        var taught = state.Taught + 1;
        var slot = seen.SlotBefore(lag);
        var count = state.Counts[^(1 + lag)];
        var ordinary = first ? count : Math.Min(count, (model.MostTaught * seen.Ordinary) + model.MostTaught);
        var season = SeasonalProfile.Factor(state.Season.Span, slot);
        var young = model.YoungRate / (model.YoungRate - 1 + taught);
        var usualRate = Math.Max(1 / model.UsualWindows, young) * (state.Told ? model.ToldRate : 1);
        var next = LearnDispersion(model, state, seen, first ? ordinary : state.Recent, ordinary) with
        {
            Taught = taught,
            Recent = state.Recent + (Math.Max(1 / model.RecentWindows, young) * (ordinary - state.Recent)),
            Usual = state.Usual + (usualRate * ((ordinary / season) - state.Usual)),
            Tails = LearnTails(model, state, seen, lag),
        };
        return LearnSeason(model, next, slot, ordinary);
    }

    private static VolumeState LearnDispersion(VolumeModel model, VolumeState state, Assessment seen, double mean, double count)
    {
        var (variance, square) = state.Taught == 0
            ? (model.PriorDispersionWeight * model.PriorDispersion, model.PriorDispersionWeight)
            : (state.ExcessVariance, state.SquaredMean);
        var weight = 1 / ((1 + mean) * (1 + mean));
        var keep = 1 - (1 / model.DispersionWindows);
        var error = Math.Min(count - mean, model.MostDeviations * Math.Sqrt(mean + (seen.Dispersion * mean * mean)));
        return state with
        {
            ExcessVariance = (keep * variance) + (weight * ((error * error) - mean)),
            SquaredMean = (keep * square) + (weight * mean * mean),
        };
    }

    private static ImmutableArray<SurpriseTail> LearnTails(VolumeModel model, VolumeState state, Assessment seen, int lag)
    {
        var tails = ImmutableArray.CreateBuilder<SurpriseTail>(model.Scales.Length);
        for (var scale = 0; scale < model.Scales.Length; scale++)
        {
            var windows = Math.Min(model.Scales[scale], state.Counts.Length - lag);
            var sum = 0.0;
            for (var back = 0; back < windows; back++)
                sum += state.Counts[^(1 + lag + back)];
            var tail = state.Taught == 0 ? SurpriseTail.Prior(scale) : state.Tails[scale];
            // Until the level is known, an excess over it says nothing.
            var excess = VolumeModel.Excess(scale, sum, (scale == 0 ? seen.Quick : seen.Ordinary) * windows);
            tails.Add(state.Taught < model.LeastWindows ? tail : tail.After(model, scale, excess));
        }
        return tails.MoveToImmutable();
    }

    private static ImmutableArray<double> Remember(VolumeModel model, ImmutableArray<double> counts, Assessment seen, double count)
    {
        var missing = (int)Math.Min(seen.Missing, model.Remembered - 1);
        var kept = Math.Min(counts.Length, model.Remembered - 1 - missing);
        var remembered = ImmutableArray.CreateBuilder<double>(kept + missing + 1);
        remembered.AddRange(counts.AsSpan()[(counts.Length - kept)..]);
        // What nobody saw is taken to be ordinary.
        for (var i = 0; i < missing; i++)
            remembered.Add(Short(seen.Ordinary));
        remembered.Add(Short(count));
        return remembered.MoveToImmutable();
    }

    private static VolumeState LearnSeason(VolumeModel model, VolumeState state, int slot, double ordinary)
    {
        if (state.Slot == slot)
            return state with { SlotSum = state.SlotSum + ordinary, SlotWindows = state.SlotWindows + 1 };
        var season = state.Season;
        if (state.Slot >= 0 && state.SlotWindows >= LeastSlotWindows)
        {
            var expected = state.Usual * SeasonalProfile.Factor(season.Span, state.Slot) * state.SlotWindows;
            var error = Math.Log((state.SlotSum + model.SeasonPrior) / (expected + model.SeasonPrior));
            season = SeasonalProfile.Learn(season.Span, state.Slot, error, model.DayRate, model.WeekRate);
        }
        return state with { Season = season, Slot = slot, SlotSum = ordinary, SlotWindows = 1 };
    }

    // A hundredth of a mention is precise enough, and short when it is stored.
    private static double Short(double count) => Math.Round(count, 2);
}
