using Crisis.Core.Aftermath;
using Crisis.Web.Configuration;
using Crisis.Web.Hosting;

namespace Crisis.Web.Readiness;

/// <summary>Whether the team is ready before anything happens; a test notice over each channel; roster, ladder and playbooks confirmed.</summary>
public sealed class ReadinessPage(ReadinessQuery query, ChannelTests tests, Reviews reviews, RateLimits limits) : IPage
{
    private const int MostTests = 12;

    public string Path => "/readiness";

    public string? Purpose(PageVisit visit) => "readiness";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var model = await ModelAsync(visit);
        return View(visit, model with { Tested = model.Channels.Select(c => c.Last).FirstOrDefault(t => t is not null && $"{t.Team}/{t.Channel}" == visit.Asked("tested")) });
    }

    /// <summary>Sends a test notice, or notes that something was reviewed.</summary>
    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (!ConfigFilePage.MayEdit(visit)) return PageAnswer.Forbidden;
        var (team, channel) = (visit.Said("team") ?? "", visit.Said("channel") ?? "");
        if (!visit.Visitor!.Everywhere && !visit.Visitor.Teams.Contains(team)) return PageAnswer.NotFound;
        if (!visit.Config.Teams.TryGetValue(team, out var found) || visit.Config.Teams.Values.SelectMany(t => t.People).FirstOrDefault(p => p.Id == visit.Visitor.Person) is not { } by) return PageAnswer.NotFound;
        if (visit.Said("review") is { } what) return await ReviewAsync(visit, new Review(team, what, by.Id, visit.Now));
        // The same form sent twice within a minute is one test.
        if (!await limits.TakeAsync("channel-test", team, $"{channel}/{visit.Now.ToUnixTimeSeconds() / 10}", MostTests, visit.Now, visit.Cancellation))
            return View(visit, await ModelAsync(visit) with { TooMany = true }) with { Status = 429 };
        if (await tests.TryAsync(found, channel, by, visit.Now, visit.Cancellation) is null) return PageAnswer.NotFound;
        return new PageAnswer.Redirect($"/readiness?tested={Uri.EscapeDataString($"{team}/{channel}")}");
    }

    private async ValueTask<PageAnswer> ReviewAsync(PageVisit visit, Review review)
    {
        if (review.What is not ("roster" or "ladder") && !visit.Config.Playbooks.Keys.Any(kind => Reviews.Playbook(kind) == review.What)) return PageAnswer.NotFound;
        await reviews.AddAsync(review, visit.Cancellation);
        return new PageAnswer.Redirect("/readiness#items");
    }

    private async ValueTask<ReadinessModel> ModelAsync(PageVisit visit) =>
        await query.ReadAsync(visit) with { Token = visit.Token("readiness"), MayTest = ConfigFilePage.MayEdit(visit) };

    private static PageAnswer.View View(PageVisit visit, ReadinessModel model) =>
        new(typeof(ReadinessView), model, visit.Words["nav.readiness"]) { Section = "readiness" };
}
