using Crisis.Core.Aftermath;
using Crisis.Core.Response;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;

namespace Crisis.Web.Readiness;

/// <summary>
/// When somebody last confirmed a roster, a ladder or a playbook: after a crisis, on the readiness page, by a date in
/// the file itself, or by changing the file on the pages.
/// </summary>
public sealed class ReviewQuery(Reviews reviews, ConfigChanges changes)
{
    private const int LatestChanges = 200;

    /// <summary>What nobody has confirmed for so many days counts as not reviewed.</summary>
    public const int Days = 90;

    public async ValueTask<IReadOnlyList<ReadinessItem>> ReadAsync(IReadOnlyList<Team> teams, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(visit);
        var known = new List<Review>();
        foreach (var team in teams) known.AddRange(await reviews.ListAsync(team.Id, visit.Cancellation));
        var changed = await changes.ListAsync(LatestChanges, visit.Cancellation);
        var items = new List<ReadinessItem>();
        foreach (var team in teams)
        {
            foreach (var what in (string[])["roster", "ladder"])
            {
                var last = Last(team.Reviewed, known.Where(r => r.Team == team.Id && r.What == what), changed.Where(c => c.File == $"teams/{team.Id}.yaml"));
                items.Add(Item($"{what}-reviewed", team.Id, last, visit) with { Review = (team.Id, what) });
            }
        }

        if (teams.Count == 0) return items;
        foreach (var playbook in visit.Config.Playbooks.Values.OrderBy(p => p.Kind))
        {
            var what = Reviews.Playbook(playbook.Kind);
            var last = Last(playbook.Reviewed, known.Where(r => r.What == what), changed.Where(c => c.File == $"playbooks/{Core.KebabCase.Of(playbook.Kind)}.yaml"));
            items.Add(Item("playbook-reviewed", visit.Words.Name("kind", playbook.Kind), last, visit) with { Review = (teams[0].Id, what) });
        }

        return items;
    }

    private static ReadinessItem Item(string key, string about, (DateTimeOffset At, string? By)? last, PageVisit visit)
    {
        var ready = last is { } review && visit.Now - review.At < TimeSpan.FromDays(Days);
        var by = visit.Config.Teams.Values.SelectMany(t => t.People).FirstOrDefault(p => p.Id == last?.By)?.Name ?? last?.By;
        return new ReadinessItem(key, about, ready, last is { } known ? visit.Words.Shared.Day(known.At) + (by is null ? "" : $" · {by}") : null);
    }

    private static (DateTimeOffset At, string? By)? Last(DateOnly? written, IEnumerable<Review> said, IEnumerable<ConfigChange> changed) =>
        said.Select(r => (r.At, (string?)r.By))
            .Concat(changed.Select(c => (c.At, (string?)c.By)))
            .Concat(written is { } day ? [(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), null)] : Array.Empty<(DateTimeOffset, string?)>())
            .Select(r => ((DateTimeOffset At, string? By)?)r)
            .MaxBy(r => r!.Value.At);
}
