using System.Collections.Immutable;

namespace Crisis.Core.Detection.Volume;

/// <summary>
/// What a closed window teaches. It teaches only after a quarantine, so that a surge that is building up does not become
/// its own baseline; surges are cut back before they teach, and teach less once they were told of.
/// </summary>
internal static class Learning
{
    public static VolumeState Learn(VolumeModel model, VolumeState state, Assessment seen)
    {
        var next = Teach(model, state with { Counts = Remember(model, state, seen), Windows = state.Windows + 1 }, seen);
        var running = seen.OrdinaryEvidence >= model.Evidence * model.Running;
        var calm = running ? 0 : state.Calm + 1;
        var told = seen.Score >= VolumeVerdict.Alarm || (state.Told && calm <= model.CalmWindows);
        var unusual = seen.OrdinarySurprise >= model.LearnSurprise;
        return next with
        {
            Last = seen.Start,
            Since = told || unusual ? state.Since ?? seen.Start : null,
            Told = told,
            Calm = calm,
            Explained = told ? Math.Max(seen.Explained, seen.Level * model.Headroom) : seen.Explained,
            Owed = Math.Min(seen.Ordinary * model.MostOwed, Math.Max(0, seen.Owed - Math.Max(0, seen.Count - seen.Ordinary))) * model.OwedKept,
            Deficit = seen.Silence > 0 ? state.Deficit + Math.Max(0, seen.Ordinary - seen.Count) : 0,
            Silence = seen.Silence,
        };
    }

    private static VolumeState Teach(VolumeModel model, VolumeState state, Assessment seen)
    {
        // The quarantine grows with the history: a new watch has to start somewhere.
        var lag = (int)Math.Min(model.Quarantine, (state.Windows - 1) / 2);
        if (state.Windows - lag <= state.Taught && state.Taught > 0)
            return state;
        if (lag >= state.Counts.Length)
            return state;
        var first = state.Taught == 0;
        var count = state.Counts[^(1 + lag)];
        var taught = state.Taught + 1;
        var ordinary = first ? count : Math.Min(count, model.ClipFactor * seen.Ordinary + model.ClipAdd);
        var rate = state.Told ? model.ToldRate : 1;
        var predicted = first ? ordinary : state.Recent;
        var weight = 1 / ((1 + predicted) * (1 + predicted));
        var keep = 1 - 1 / model.DispersionWindows;
        var bound = predicted + model.DispersionClip * Math.Sqrt(predicted + seen.Dispersion * predicted * predicted);
        var error = Math.Min(ordinary, bound) - predicted;
        var priorMean = first ? model.PriorDispersionWeight : state.SquaredMean;
        var priorVariance = first ? model.PriorDispersionWeight * model.PriorDispersion : state.ExcessVariance;
        var tails = ImmutableArray.CreateBuilder<SurpriseTail>(model.Scales.Length);
        for (var i = 0; i < model.Scales.Length; i++)
        {
            var isFast = model.Scales[i] <= 3;
            var prior = isFast ? model.FastLogPrior : model.LogPrior;
            var scale = Math.Min(model.Scales[i], state.Counts.Length - lag);
            var sum = 0.0;
            for (var w = 0; w < scale; w++)
                sum += state.Counts[^(1 + lag + w)];
            var excess = Math.Log((sum + prior) / ((isFast ? seen.Quick : seen.Ordinary) * scale + prior));
            var tail = first ? SurpriseTail.Prior(model, isFast) : state.Tails[i];
            tails.Add(state.Told && model.ToldTail == 0 ? tail : tail.After(model, excess, isFast));
        }
        var next = state with
        {
            Taught = taught,
            Recent = state.Recent + Math.Max(1 / model.RecentWindows, 1.0 / taught) * (ordinary - state.Recent),
            Usual = state.Usual + rate * Math.Max(1 / model.UsualWindows, 1.0 / taught) * (ordinary / seen.Season - state.Usual),
            ExcessVariance = keep * priorVariance + weight * (error * error - predicted),
            SquaredMean = keep * priorMean + weight * predicted * predicted,
            Tails = tails.MoveToImmutable(),
        };
        return LearnSeason(model, next, seen, ordinary);
    }

    private static ImmutableArray<double> Remember(VolumeModel model, VolumeState state, Assessment seen)
    {
        var room = model.Remembered;
        if (seen.Missing >= model.Quarantine)
            return [seen.Count];
        var kept = Math.Min(state.Counts.Length, room - 1 - (int)seen.Missing);
        var builder = ImmutableArray.CreateBuilder<double>(kept + 1 + (int)seen.Missing);
        for (var i = state.Counts.Length - kept; i < state.Counts.Length; i++)
            builder.Add(state.Counts[i]);
        // What nobody saw is taken to be ordinary.
        for (var i = 0; i < seen.Missing; i++)
            builder.Add(Math.Round(seen.Ordinary, 2));
        builder.Add(seen.Count);
        return builder.MoveToImmutable();
    }

    private static VolumeState LearnSeason(VolumeModel model, VolumeState state, Assessment seen, double ordinary)
    {
        if (state.Slot == seen.Slot)
            return state with { SlotSum = state.SlotSum + ordinary, SlotWindows = state.SlotWindows + 1 };
        var season = state.Season;
        if (state.Slot >= 0 && state.SlotWindows >= 6)
        {
            var expected = state.Usual * SeasonalProfile.Factor(season.Span, state.Slot) * state.SlotWindows;
            var error = Math.Log((state.SlotSum + model.SeasonPrior) / (expected + model.SeasonPrior));
            season = SeasonalProfile.Learn(season.Span, state.Slot, error, model.DayRate, model.WeekRate);
        }
        return state with { Season = season, Slot = seen.Slot, SlotSum = ordinary, SlotWindows = 1 };
    }
}
