using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Web.Hosting;
using Crisis.Web.Language;

namespace Crisis.Web.Readiness;

/// <summary>Judges roster, ladder, channels, playbooks, drills and sources of the visitor's watches.</summary>
public sealed class ReadinessQuery(CrisisTable crises, PullStates pulls, ChannelTests tests, ReviewQuery reviews, DetectorVerdicts verdicts)
{
    /// <summary>A test or a drill that is older counts as none.</summary>
    private const int FreshDays = 90;

    public async ValueTask<ReadinessModel> ReadAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var watches = visit.Config.Watches.Values.Where(visit.Visitor!.Sees).ToList();
        var items = new List<ReadinessItem>();
        var channels = new List<ChannelLine>();
        var teams = watches.Select(w => visit.Config.TeamOf(w.Team)).DistinctBy(t => t.Id).ToList();
        foreach (var team in teams)
        {
            items.AddRange(Team(team, visit.Words));
            var lines = await tests.ListAsync(team, visit.Cancellation);
            items.AddRange(lines.Select(l => new ReadinessItem("tested", $"{l.Team}, {l.Channel}", l.Last is { Taken: true } test && visit.Now - test.At < TimeSpan.FromDays(FreshDays), l.Last?.Why)));
            channels.AddRange(lines);
        }

        items.AddRange(await reviews.ReadAsync(teams, visit));
        var past = await crises.ListAsync(500, null, visit.Cancellation);
        foreach (var watch in watches)
        {
            var drill = past.FirstOrDefault(c => c.Watch == watch.Id && c.Drill);
            items.Add(new("drilled", watch.Name, drill is not null && visit.Now - drill.OpenedAt < TimeSpan.FromDays(FreshDays), drill is null ? null : visit.Words.Shared.Day(drill.OpenedAt)));
            items.Add(new("sources", watch.Name, watch.Sources.Count > 0));
            foreach (var source in await pulls.ListAsync(watch.Id, visit.Cancellation))
                items.Add(new("source", $"{watch.Name}, {visit.Words.Shared.Source(source.Type)}", source.Failures == 0, source.Trouble));
        }

        return new ReadinessModel([.. items.OrderBy(i => i.Ready)]) { Channels = channels, Verdicts = await verdicts.ReadAsync(watches, visit.Now, visit.Cancellation) };
    }

    private static IEnumerable<ReadinessItem> Team(Team team, Words words)
    {
        yield return new("people", team.Id, team.People.Count > 1, string.Join(", ", team.People.Select(p => p.Name)));
        foreach (var role in (string[])["lead", "communications", "customer-service"])
            yield return new("role", $"{team.Id}, {words.Shared.Role(role)}", team.People.Any(p => p.Roles.Contains(role)));
        foreach (var person in team.People)
            yield return new("address", $"{team.Id}, {person.Name}", person.Email is not null, person.Email);
        var called = Enumerable.Range(1, 4).ToLookup(s => team.Ladder.TryGetValue(s, out var calls) && calls.Count > 0);
        foreach (var group in called) yield return new("ladder", $"{team.Id}, {string.Join(", ", group)}", group.Key);
        yield return new("paging", team.Id, team.Channels.Any(c => c.Type is "webhook" or "teams"), string.Join(", ", team.Channels.Select(c => c.Id)));
    }
}
