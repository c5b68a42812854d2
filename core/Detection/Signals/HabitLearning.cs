using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>Teaches a watch's habits one sealed window. What is far above the usual teaches only a part, so that a crisis does not become a habit.</summary>
internal static class HabitLearning
{
    /// <summary>Windows of the mean: three days.</summary>
    public const double Memory = 864;

    private const int MostRates = WatchHabits.MostRates, MostKnown = 24;

    /// <summary>A day of own posts weighs half in six weeks.</summary>
    private static readonly double Fading = Math.Pow(0.5, 1.0 / (42 * 288));

    public static WatchHabits Learn(WatchHabits habits, WindowCounts window, TimeZoneInfo zone)
    {
        var weight = 1 / Math.Min(habits.Windows + 1, Memory);
        var replies = 0.0;
        var negativeReplies = 0.0;
        foreach (var (facet, count) in window.Facets)
        {
            if (!facet.StartsWith(Facet.OwnPost, StringComparison.Ordinal)) continue;
            replies += count.Mentions;
            negativeReplies += count.Negative;
        }

        var scored = window.Positive + window.Neutral + window.Negative;
        var part = Part(scored, habits.Scored);
        var replyPart = Part(replies, habits.Replies);
        return habits with
        {
            Windows = habits.Windows + 1,
            Rates = Rates(habits, window, weight),
            Scored = Mix(habits.Scored, scored * part, weight),
            Negative = Mix(habits.Negative, window.Negative * part, weight),
            Positive = Mix(habits.Positive, window.Positive * part, weight),
            Replies = Mix(habits.Replies, replies * replyPart, weight),
            NegativeReplies = Mix(habits.NegativeReplies, negativeReplies * replyPart, weight),
            Own = Own(habits.Own, window, zone),
        };
    }

    /// <summary>What is counted of a facet as its usual: negatives where opinions count.</summary>
    public static double Counted(string facet, FacetCount count) =>
        facet.StartsWith(Facet.Target, StringComparison.Ordinal) || facet.StartsWith(Facet.Hashtag, StringComparison.Ordinal) ? count.Negative : count.Mentions;

    private static Dictionary<string, double> Rates(WatchHabits habits, WindowCounts window, double weight)
    {
        var rates = new Dictionary<string, double>(habits.Rates.Count + 8, StringComparer.Ordinal);
        foreach (var (facet, rate) in habits.Rates) rates[facet] = Short(rate * (1 - weight));
        foreach (var (facet, count) in window.Facets)
        {
            if (!IsKept(facet) || Counted(facet, count) is not (> 0 and var counted)) continue;
            rates[facet] = Short(rates.GetValueOrDefault(facet) + (weight * counted * Part(counted, habits.Rates.GetValueOrDefault(facet))));
        }

        foreach (var (facet, rate) in rates)
        {
            if (rate < 0.0005) rates.Remove(facet);
        }

        if (rates.Count <= MostRates) return rates;
        return rates.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostRates).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private static OwnHabits Own(OwnHabits own, WindowCounts window, TimeZoneInfo zone)
    {
        if (window.Own == 0) return own.Posts == 0 ? own : own with { Posts = own.Posts * Fading, Fastest = own.Fastest * Fading };
        var hours = own.Hours.Select(count => count * Fading).ToArray();
        hours[TimeZoneInfo.ConvertTime(window.Start, zone).Hour] += window.Own;
        var known = own.Known.ToDictionary(pair => pair.Key, pair => pair.Value * Fading, StringComparer.Ordinal);
        foreach (var (facet, count) in window.Facets)
        {
            if (facet.StartsWith(Facet.Own, StringComparison.Ordinal))
                known[facet] = known.GetValueOrDefault(facet) + count.Mentions;
        }

        return own with
        {
            Posts = (own.Posts * Fading) + window.Own,
            Hours = hours,
            Known = known.Count <= MostKnown ? known : known.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostKnown).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            Fastest = Math.Max(own.Fastest * Fading, window.Own),
        };
    }

    // Answered posts and texts are too many and too short-lived to have a usual.
    private static bool IsKept(string facet) => facet[0] is not ('p' or 'l') && !facet.StartsWith("src:", StringComparison.Ordinal)
        && !facet.StartsWith(Facet.SameText, StringComparison.Ordinal) && !facet.StartsWith(Facet.Own, StringComparison.Ordinal);

    private static double Part(double seen, double usual) => seen <= 0 ? 1 : Math.Min(1, ((3 * usual) + 2) / seen);

    // Precise enough to fade, and short when it is stored.
    private static double Short(double rate) => Math.Round(rate, 7);

    private static double Mix(double mean, double value, double weight) => mean + (weight * (value - mean));
}
