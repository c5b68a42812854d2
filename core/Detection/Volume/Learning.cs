using System.Collections.Immutable;

namespace Crisis.Core.Detection.Volume;

/// <summary>What a closed window teaches. Surges are cut back before they teach, so that a crisis does not become the baseline.</summary>
internal static class Learning
{
    private const int Remembered = 11;

    public static VolumeState Learn(VolumeModel model, VolumeState state, Assessment seen)
    {
        var alarm = seen.Score >= VolumeVerdict.Alarm;
        var first = state.Windows == 0;
        var ordinary = first ? seen.Count : Math.Min(seen.Count, NegativeBinomial.UpperBound(model.LearnSurprise, seen.Ordinary, seen.Dispersion));

        var recentRate = Math.Max(1 / model.RecentWindows, 1.0 / (state.Windows + 1));
        var usualRate = Math.Max(1 / model.UsualWindows, 1.0 / (state.Windows + 1));
        var predicted = first ? ordinary : state.Recent;
        var weight = 1 / ((1 + predicted) * (1 + predicted));
        var keep = 1 - 1 / model.DispersionWindows;
        var error = ordinary - predicted;
        var priorMean = first ? model.PriorDispersionWeight : state.SquaredMean;
        var priorVariance = first ? model.PriorDispersionWeight * model.PriorDispersion : state.ExcessVariance;

        var unusual = seen.OrdinarySurprise >= model.LearnSurprise;
        var tail = state.Tail.After(model, seen.OrdinarySurprise);
        var running = state.Since is not null && tail.Peak > 0;
        var next = state with
        {
            Last = seen.Start,
            Windows = state.Windows + 1,
            Recent = state.Recent + recentRate * (ordinary - state.Recent),
            Usual = state.Usual + usualRate * (ordinary / seen.Season - state.Usual),
            ExcessVariance = keep * priorVariance + weight * (error * error - predicted),
            SquaredMean = keep * priorMean + weight * predicted * predicted,
            Counts = Remember(state.Counts, seen),
            Tail = tail,
            Since = running ? state.Since : unusual ? seen.Start : null,
            Explained = alarm || (running && state.Explained > 0) ? Math.Max(seen.Explained, seen.Count * model.Headroom) : seen.Explained,
            Owed = 0,
            Silence = seen.Silence,
        };
        return LearnSeason(model, next, seen, ordinary);
    }

    private static ImmutableArray<double> Remember(ImmutableArray<double> counts, Assessment seen)
    {
        if (seen.Missing > 0)
            return [seen.Count];
        return counts.Length < Remembered ? counts.Add(seen.Count) : counts.RemoveAt(0).Add(seen.Count);
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
