using Crisis.Web.Configuration;
using Crisis.Web.Hosting;

namespace Crisis.Web.Readiness;

/// <summary>
/// Whether the team is ready before anything happens: a test notice over each channel, what was reviewed, and what people
/// said of the detectors.
/// </summary>
public sealed class ReadinessPage(ReadinessQuery query, ChannelTests tests, ReviewItems reviews, RateLimits limits) : IPage
{
    private const int MostTests = 12;

    public string Path => "/readiness";

    public string? Purpose(PageVisit visit) => "readiness";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var model = await ModelAsync(visit);
        return View(visit, model with
        {
            Tested = model.Channels.Select(c => c.Last).FirstOrDefault(t => t is not null && $"{t.Team}/{t.Channel}" == visit.Asked("tested")),
            Confirmed = visit.Asked("confirmed"),
        });
    }

    /// <summary>Sends a test notice, or keeps a review.</summary>
    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (!ConfigFilePage.MayEdit(visit)) return PageAnswer.Forbidden;
        if (visit.Said("review") is { } said)
            return await reviews.ConfirmAsync(said, visit) ? new PageAnswer.Redirect($"/readiness?confirmed={Uri.EscapeDataString(said)}#items") : PageAnswer.NotFound;
        var (team, channel) = (visit.Said("team") ?? "", visit.Said("channel") ?? "");
        if (!visit.Visitor!.Everywhere && !visit.Visitor.Teams.Contains(team)) return PageAnswer.NotFound;
        if (!visit.Config.Teams.TryGetValue(team, out var found) || visit.Config.Teams.Values.SelectMany(t => t.People).FirstOrDefault(p => p.Id == visit.Visitor.Person) is not { } by) return PageAnswer.NotFound;
        // The same form sent twice within a minute is one test.
        if (!await limits.TakeAsync("channel-test", team, $"{channel}/{visit.Now.ToUnixTimeSeconds() / 10}", MostTests, visit.Now, visit.Cancellation))
            return View(visit, await ModelAsync(visit) with { TooMany = true }) with { Status = 429 };
        if (await tests.TryAsync(found, channel, by, visit.Now, visit.Cancellation) is null) return PageAnswer.NotFound;
        return new PageAnswer.Redirect($"/readiness?tested={Uri.EscapeDataString($"{team}/{channel}")}");
    }

    private async ValueTask<ReadinessModel> ModelAsync(PageVisit visit) =>
        await query.ReadAsync(visit) with { Token = visit.Token("readiness"), MayAct = ConfigFilePage.MayEdit(visit) };

    private static PageAnswer.View View(PageVisit visit, ReadinessModel model) =>
        new(typeof(ReadinessView), model, visit.Words["nav.readiness"]) { Section = "readiness" };
}
