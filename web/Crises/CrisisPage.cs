using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Crises;

/// <summary>One crisis at one look, then all of it.</summary>
public sealed class CrisisPage(CrisisQuery query, IDecisions decisions) : IPage
{
    public string Path => "/crises/{id}";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var receipt = visit.Asked("said") is { Length: <= 100 } said
            ? await decisions.FindAsync(visit.Place("id"), said, visit.Cancellation)
            : null;
        if (await query.ReadAsync(visit, receipt) is not { } model) return PageAnswer.NotFound;
        return new PageAnswer.View(typeof(CrisisView), model, $"{visit.Words.Title("kind", model.State.Kind)} · {model.Brand}")
        {
            Section = "board",
            Live = model.State.Open ? 5 : 0,
        };
    }
}
