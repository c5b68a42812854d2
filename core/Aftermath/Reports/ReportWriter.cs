using System.Text;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>
/// Writes the report as one HTML file and as Markdown. The same state and rows give the same bytes, so that a version
/// written again replaces itself.
/// </summary>
public sealed class ReportWriter(IRowStore store, IBlobStore blobs, IConfigSource config, IWatchSeries series) : IReportWriter
{
    private readonly ReportGathering _gathering = new(store, config, series);

    public async ValueTask WriteAsync(CrisisState crisis, int version, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var material = await _gathering.GatherAsync(crisis, version, cancellation);
        var document = ReportComposer.Compose(material);

        // The page is written last: where it is, the Markdown is too.
        var markdown = Encoding.UTF8.GetBytes(ReportMarkdown.Render(document, material.Words));
        await blobs.WriteAsync(ReportBlobs.Name(crisis.Id, version, "md"), markdown, "text/markdown; charset=utf-8", cancellation);
        var html = Encoding.UTF8.GetBytes(ReportHtml.Render(document, material.Words));
        await blobs.WriteAsync(ReportBlobs.Name(crisis.Id, version, "html"), html, "text/html; charset=utf-8", cancellation);
    }
}
