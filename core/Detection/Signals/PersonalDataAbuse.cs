using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Personal data of people in public, talk of a leak, accounts that imitate the brand, phishing in its name. A customer who
/// posts the own number for a refund is daily bread; a list, or several people's data at once, is not.
/// </summary>
internal sealed class PersonalDataAbuse : IDetector
{
    private const double Strong = 4, Weak = 12, Talk = 5, Imitations = 3;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        if (Leak(context) is { } leak) yield return leak;
        if (Imitation(context) is { } imitation) yield return imitation;
    }

    private static Signal? Leak(DetectionContext context)
    {
        var lists = Excess(context, "list");
        var strong = Excess(context, "identity-number") + Excess(context, "card") + Excess(context, "iban");
        var weak = Excess(context, "phone") + Excess(context, "address") + Excess(context, "email");
        var talk = Authors(context, Facet.PersonalData + "said");
        var weight = (lists * Strong) + strong + (weak * Strong / Weak) + (talk * Strong / Talk);
        if (weight < Strong * context.Demand) return null;
        var sorts = context.Of(Facet.PersonalData).OrderByDescending(data => data.Count.Mentions).ThenBy(data => data.Name, StringComparer.Ordinal).ToList();
        var severity = lists >= 3 || strong >= 20 || talk >= 30 ? 1 : 2;
        return context.Signal(DetectorNames.PersonalData, CrisisCause.PersonalData, CrisisKind.PersonalDataAbuse, severity, context.SinceOf(Facet.PersonalData + sorts[0].Name), sorts.Sum(data => data.Count.Mentions), sorts.Sum(data => context.Expected(Facet.PersonalData + data.Name))) with
        {
            Notes = [.. sorts.Take(4).Select(data => new SignalNote("data-sort", $"{data.Name} {data.Count.Mentions}"))],
        };
    }

    private static Signal? Imitation(DetectionContext context)
    {
        var phishing = Excess(context, "phish", Facet.Impersonation);
        var handles = Excess(context, "handle", Facet.Impersonation);
        var talk = Authors(context, Facet.Impersonation + "said");
        var weight = (phishing * Imitations / 2) + (handles * Imitations / 6) + (talk * Imitations / Talk);
        if (weight < Imitations * context.Demand) return null;
        var facet = Facet.Impersonation + (handles > 0 ? "handle" : "said");
        return context.Signal(DetectorNames.Impersonation, CrisisCause.PersonalData, CrisisKind.PersonalDataAbuse, phishing >= 10 || talk >= 20 ? 1 : 2, context.SinceOf(facet), handles + talk, context.Expected(facet)) with
        {
            Notes = [new SignalNote(phishing > 0 ? "phishing" : "imitation", $"{handles:0}"), new SignalNote("fake-said", $"{talk:0}")],
        };
    }

    // Mentions beyond three times what is usual here: a bank hears of account numbers every day. Of nothing there is no excess.
    private static double Excess(DetectionContext context, string sort, string kind = Facet.PersonalData) =>
        context.Hour.Facets.GetValueOrDefault(kind + sort) is { } found ? Math.Max(0, found.Mentions - (3 * context.Expected(kind + sort))) : 0;

    private static double Authors(DetectionContext context, string facet) =>
        context.Hour.Facets.GetValueOrDefault(facet) is { } said ? Math.Max(0, context.Voices(said) - (3 * context.Expected(facet))) : 0;
}
