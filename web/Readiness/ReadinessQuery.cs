using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Web.Hosting;

namespace Crisis.Web.Readiness;

/// <summary>Judges roster, ladder, channels, playbooks, drills and sources of the visitor's watches.</summary>
public sealed class ReadinessQuery(CrisisTable crises, PullStates pulls, ChannelTests tests, ReviewItems reviews, FeedbackQuery feedback)
{
    /// <summary>A test or a drill that is older says little.</summary>
    private const int TrialDays = 90;

    public async ValueTask<ReadinessModel> ReadAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var watches = visit.Config.Watches.Values.Where(visit.Visitor!.Sees).ToList();
        var items = new List<ReadinessItem>();
        var channels = new List<ChannelLine>();
        foreach (var team in watches.Select(w => visit.Config.TeamOf(w.Team)).DistinctBy(t => t.Id))
        {
            items.AddRange(Team(team));
            items.AddRange(await reviews.OfAsync(team, visit));
            var lines = await tests.ListAsync(team, visit.Cancellation);
            items.AddRange(lines.Select(l => new ReadinessItem("tested", $"{l.Team}, {l.Channel}", l.Last is { Taken: true } test && visit.Now - test.At < TimeSpan.FromDays(TrialDays), l.Last?.Why)));
            channels.AddRange(lines);
        }

        foreach (var playbook in visit.Config.Playbooks.Values.OrderBy(p => p.Kind)) items.Add(await reviews.OfAsync(playbook, visit));
        var past = await crises.ListAsync(500, null, visit.Cancellation);
        foreach (var watch in watches)
        {
            var drill = past.FirstOrDefault(c => c.Watch == watch.Id && c.Drill);
            items.Add(new("drilled", watch.Name, drill is not null && visit.Now - drill.OpenedAt < TimeSpan.FromDays(TrialDays), drill is null ? null : Day(drill.OpenedAt)));
            items.Add(new("sources", watch.Name, watch.Sources.Count > 0));
            foreach (var source in await pulls.ListAsync(watch.Id, visit.Cancellation))
                items.Add(new("source", $"{watch.Name}, {visit.Words.Shared.Source(source.Type)}", source.Failures == 0, source.Trouble));
        }

        return new ReadinessModel([.. items.OrderBy(i => i.Ready)])
        {
            Channels = channels,
            Feedback = await feedback.ReadAsync(watches, visit.Now, visit.Cancellation),
        };
    }

    private static IEnumerable<ReadinessItem> Team(Team team)
    {
        yield return new("people", team.Id, team.People.Count > 1, string.Join(", ", team.People.Select(p => p.Name)));
        foreach (var role in (string[])["lead", "communications", "customer-service"])
            yield return new("role", $"{team.Id}, {role}", team.People.Any(p => p.Roles.Contains(role)));
        foreach (var person in team.People)
            yield return new("address", $"{team.Id}, {person.Name}", person.Email is not null, person.Email);
        var called = Enumerable.Range(1, 4).ToLookup(s => team.Ladder.TryGetValue(s, out var calls) && calls.Count > 0);
        foreach (var group in called) yield return new("ladder", $"{team.Id}, {string.Join(", ", group)}", group.Key);
        yield return new("paging", team.Id, team.Channels.Any(c => c.Type is "webhook" or "teams"), string.Join(", ", team.Channels.Select(c => c.Id)));
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
