using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Publishing;

/// <summary>A planned text in, an answer with reasons out.</summary>
public sealed class PublishingPage(PostCheck check) : IPage
{
    private const int MostText = 5000;

    public string Path => "/publishing";

    public string? Purpose(PageVisit visit) => "publishing";

    public ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new(View(visit, Model(visit)));
    }

    public async ValueTask<PageAnswer> PostAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var watch = visit.Config.WatchOf(visit.Said("watch") ?? "");
        var text = visit.Said("text") ?? "";
        if (!visit.Config.Watches.ContainsKey(watch.Id) || !visit.Visitor!.Sees(watch)) return PageAnswer.NotFound;
        if (text.Length > MostText) text = text[..MostText];
        var findings = text.Length == 0 ? null : await check.CheckAsync(text, watch, visit.Words, visit.Cancellation);
        return View(visit, Model(visit) with { Watch = watch.Id, Text = text, Findings = findings });
    }

    private static PostModel Model(PageVisit visit) => new(
        [.. visit.Config.Watches.Values.Where(visit.Visitor!.Sees).OrderBy(w => w.Name, StringComparer.Ordinal).Select(w => new DecisionOption(w.Id, w.Name))],
        visit.Token("publishing"));

    private static PageAnswer.View View(PageVisit visit, PostModel model) =>
        new(typeof(PublishingView), model, visit.Words["nav.publishing"]) { Section = "publishing" };
}
