using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Readiness;

/// <summary>
/// Rosters, ladders and playbooks that somebody has reviewed, and those that nobody has. A review is said after a crisis,
/// on the page of readiness, or as <c>reviewed</c> in the file; the latest counts.
/// </summary>
public sealed class ReviewItems(Reviews reviews)
{
    /// <summary>What nobody has confirmed for so long counts as not reviewed.</summary>
    public const int Days = 90;

    public async ValueTask<IReadOnlyList<ReadinessItem>> OfAsync(Team team, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(team);
        return
        [
            await ItemAsync(visit, Reviews.Roster, team.Id, team.Id, team.Reviewed),
            await ItemAsync(visit, Reviews.Ladder, team.Id, team.Id, team.Reviewed),
        ];
    }

    public async ValueTask<ReadinessItem> OfAsync(Playbook playbook, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(visit);
        return await ItemAsync(visit, Reviews.Playbook, Kebab.Of(playbook.Kind), visit.Words.Name("kind", playbook.Kind), playbook.Reviewed);
    }

    /// <summary>Keeps a lead's word. False when there is no such roster, ladder or playbook, or it is another team's.</summary>
    public async ValueTask<bool> ConfirmAsync(string said, PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(visit);
        var slash = said.IndexOf('/', StringComparison.Ordinal);
        var (what, about) = slash < 0 ? (said, "") : (said[..slash], said[(slash + 1)..]);
        var known = what switch
        {
            Reviews.Roster or Reviews.Ladder => visit.Config.Teams.ContainsKey(about) && (visit.Visitor!.Everywhere || visit.Visitor.Teams.Contains(about)),
            Reviews.Playbook => Kebab.Parse<CrisisKind>(about) is { } kind && visit.Config.Playbooks.ContainsKey(kind),
            _ => false,
        };
        if (known) await reviews.SaveAsync(new Review(what, about, visit.Visitor!.Person, visit.Now), visit.Cancellation);
        return known;
    }

    private async ValueTask<ReadinessItem> ItemAsync(PageVisit visit, string what, string about, string name, DateOnly? written)
    {
        var said = await reviews.FindAsync(what, about, visit.Cancellation);
        var day = said is null ? (DateOnly?)null : DateOnly.FromDateTime(said.At.UtcDateTime);
        var last = day is null || written > day ? written : day;
        var by = last == day && said is not null ? visit.Config.Teams.Values.SelectMany(t => t.People).FirstOrDefault(p => p.Id == said.By)?.Name ?? said.By : null;
        var recent = last is { } on && DateOnly.FromDateTime(visit.Now.UtcDateTime).DayNumber - on.DayNumber <= Days;
        var detail = string.Join(", ", new[] { last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), by }.OfType<string>());
        return new ReadinessItem(what + "-reviewed", name, recent, detail) { Confirm = $"{what}/{about}" };
    }
}
