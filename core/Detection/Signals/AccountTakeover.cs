using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// The brand's own account breaks its habits, or others say it was hacked. Each sign gives points; a new domain, a strange
/// hour or a give-away alone is what marketing does, wording of a scam beside one of them is not.
/// </summary>
internal sealed class AccountTakeover : IDetector
{
    private const double Alarm = 3;

    /// <summary>A share of the own posts that makes a wording the account's own.</summary>
    private const double Usual = 0.15;

    /// <summary>Own posts from which on there is a habit to break.</summary>
    private const int Habit = 5;

    /// <summary>A slip of wording is made once; so many posts are a scam.</summary>
    private const int Repeated = 3;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        var signs = new List<SignalNote>();
        var points = Own(context, signs) + Said(context, signs);
        if (points < Alarm * context.Demand) yield break;
        var since = context.Windows.FirstOrDefault(window => window.Own > 0 && window.Facets.Keys.Any(IsSign))?.Start ?? context.SinceOf(Facet.Takeover + "said");
        yield return context.Signal(DetectorNames.AccountTakeover, CrisisCause.OwnAccount, CrisisKind.AccountTakeover, points >= 5 ? 1 : 2, since, points, 0) with { Notes = signs };
    }

    private static double Own(DetectionContext context, List<SignalNote> signs)
    {
        if (context.Hour.Own == 0) return 0;
        var habits = context.Habits.Own;
        var points = 0.0;
        if (context.Hour.Facets.GetValueOrDefault(Facet.Own + "scam") is { } scam && !IsUsual(habits, Facet.Own + "scam"))
            points += Note(signs, scam.Mentions >= Repeated ? 3 : 2, "scam-wording", scam.Mentions.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var planned = context.Watch.PlannedEvents.Any(planned => planned.Covers(context.Now));
        if (!planned && context.Hour.Facets.ContainsKey(Facet.Own + "giveaway") && !IsUsual(habits, Facet.Own + "giveaway")) points += Note(signs, 1, "giveaway-wording", "");
        if (habits.Posts < Habit) return points;
        foreach (var (domain, _) in context.Of(Facet.OwnLink).Where(own => !habits.Known.ContainsKey(Facet.OwnLink + own.Name)).Take(1))
            points += Note(signs, 1, "new-domain", domain);
        foreach (var (language, _) in context.Of(Facet.OwnLanguage).Where(own => !habits.Known.ContainsKey(Facet.OwnLanguage + own.Name)).Take(1))
            points += Note(signs, 1, "new-language", language);
        var zone = WatchContext.Options(context.Watch, context.Now).TimeZone;
        var last = context.Windows.Last(window => window.Own > 0);
        var hour = TimeZoneInfo.ConvertTime(last.Start, zone).Hour;
        if (habits.Posts >= 2 * Habit && habits.ShareAt(hour) < 0.02) points += Note(signs, 1, "strange-hour", hour.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + ":00");
        var fastest = context.Windows.Max(window => window.Own);
        if (fastest >= 4 && fastest >= 3 * habits.Fastest) points += Note(signs, 1, "fast-posts", fastest.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return points;
    }

    private static double Said(DetectionContext context, List<SignalNote> signs)
    {
        if (context.Hour.Facets.GetValueOrDefault(Facet.Takeover + "said") is not { } said) return 0;
        var usual = context.Expected(Facet.Takeover + "said");
        var authors = Math.Min(said.Mentions, Math.Max(context.Voices(said), 1));
        if (authors < 1 + (3 * usual)) return 0;
        return Note(signs, authors >= 5 ? 3 : authors >= 3 ? 2 : 1, "hacked-said", authors.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // A trader in coins speaks of coins, and who gives something away each week does so this week too.
    private static bool IsUsual(OwnHabits habits, string facet) => habits.Posts >= 4 * Habit && habits.Known.GetValueOrDefault(facet) >= Usual * habits.Posts;

    private static double Note(List<SignalNote> signs, double points, string key, string value)
    {
        signs.Add(new SignalNote(key, value));
        return points;
    }

    private static bool IsSign(string facet) => facet.StartsWith(Facet.Own, StringComparison.Ordinal) && !facet.StartsWith(Facet.OwnLanguage, StringComparison.Ordinal);
}
