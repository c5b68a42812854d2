using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Web.Hosting;

namespace Crisis.Web.Reports;

/// <summary>The stored after-action report as it is: one self-contained file, shut into a sandbox; <c>?format=md</c> for Markdown.</summary>
public sealed class ReportPage(CrisisTable crises, IBlobStore blobs) : IPage
{
    public string Path => "/crises/{id}/report";

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var crisis = await crises.FindAsync(visit.Place("id"), visit.Cancellation);
        if (crisis is null || !visit.Visitor!.Sees(visit.Config.WatchOf(crisis.Watch))) return PageAnswer.NotFound;
        var markdown = visit.Asked("format") == "md";
        var name = ReportBlobs.Name(crisis.Id, crisis.Aftermath.ReportVersion, markdown ? "md" : "html");
        if (crisis.Aftermath.ReportVersion == 0 || await blobs.ReadAsync(name, visit.Cancellation) is not { } blob)
            return new PageAnswer.Trouble("report") { Status = 404, Back = $"/crises/{crisis.Id}" };
        return new PageAnswer.Content(blob.Content, markdown ? "text/markdown; charset=utf-8" : "text/html; charset=utf-8") { Policy = PageHeaders.ReportPolicy };
    }
}
