using Crisis.Web.Hosting;

namespace Crisis.Web.Board;

/// <summary>What runs, who has it, how it moves.</summary>
public sealed class BoardPage(BoardQuery query) : IPage
{
    public string Path => "/";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var model = await query.ReadAsync(visit);
        return new PageAnswer.View(typeof(BoardView), model, visit.Words["nav.board"]) { Section = "board", Live = 4 };
    }
}
