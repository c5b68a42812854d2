using Crisis.Core.Escalation;
using Crisis.Core.Storage;

namespace Crisis.Core.Aftermath.Lessons;

/// <summary>
/// Compares a crisis with the shipped cases and the brand's own closed crises. Similarity is a weighted share of what
/// two have in common (kind, targets, tags, cause, severity), each common thing also a reason that people can read.
/// </summary>
public sealed class LessonLibrary(IRowStore store) : ILessonLibrary
{
    private const int MostMatches = 5;
    private const int MostHeads = 1000;

    /// <summary>Own crises read in full: newest of the same kind first.</summary>
    private const int MostOwn = 12;

    /// <summary>Less in common than this teaches nothing.</summary>
    private const double Least = 0.25;

    private readonly CrisisTable _crises = new(store);

    public async ValueTask<IReadOnlyList<LessonMatch>> FindAsync(CrisisState crisis, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var traits = LessonTraits.Of(crisis);
        var matches = LessonCases.Shipped.Select(known => Match(known.Id, traits, LessonTraits.Of(known), sameSeverity: false, own: false)).ToList();
        var past = (await _crises.ListAsync(MostHeads, crisis.OpenedAt, cancellation))
            .Where(c => c.Watch == crisis.Watch && c.Id != crisis.Id && c.Drill == crisis.Drill && c.End is not (null or CrisisEnd.Dismissed or CrisisEnd.Merged))
            .OrderByDescending(c => c.Kind == crisis.Kind)
            .Take(MostOwn);
        foreach (var head in past)
        {
            if (await _crises.FindAsync(head.Id, cancellation) is { } own)
                matches.Add(Match(own.Id, traits, LessonTraits.Of(own), own.Severity == crisis.Severity, own: true));
        }

        return
        [
            .. matches.Where(m => m.Similarity >= Least)
                .OrderByDescending(m => m.Similarity)
                .ThenBy(m => m.Case, StringComparer.Ordinal)
                .Take(MostMatches),
        ];
    }

    private static LessonMatch Match(string id, LessonTraits crisis, LessonTraits known, bool sameSeverity, bool own)
    {
        var why = new List<string>();
        var similarity = 0.0;
        if (crisis.Kind == known.Kind)
        {
            similarity += crisis.Kind == CrisisKind.Unclassified ? 0.25 : 0.5;
            why.Add("kind");
        }

        var targets = crisis.Targets.Intersect(known.Targets, StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3).ToList();
        similarity += 0.25 * Math.Min(1, targets.Count / 2.0);
        why.AddRange(targets.Select(t => "target:" + t));
        var tags = crisis.Tags.Intersect(known.Tags, StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3).ToList();
        similarity += 0.15 * Math.Min(1, tags.Count / 2.0);
        why.AddRange(tags.Select(t => "tag:" + t));
        if (own && crisis.Cause == known.Cause)
        {
            similarity += 0.05;
            why.Add("cause");
        }

        if (sameSeverity)
        {
            similarity += 0.05;
            why.Add("severity");
        }

        return new LessonMatch(id, Math.Round(similarity, 3), why);
    }
}
