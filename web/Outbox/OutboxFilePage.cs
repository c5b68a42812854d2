using Crisis.Web.Hosting;

namespace Crisis.Web.Outbox;

/// <summary>One message as its recipient would see it, shut into a sandbox.</summary>
public sealed class OutboxFilePage : IPage
{
    public string Path => "/outbox/{file}";

    public PageAccess Access => PageAccess.Machine;

    public async ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (OutboxFiles.Find(visit.Settings, visit.Place("file")) is not { } file) return PageAnswer.NotFound;
        var type = System.IO.Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
        return new PageAnswer.Content(await File.ReadAllBytesAsync(file, visit.Cancellation), type) { Policy = PageHeaders.ReportPolicy };
    }
}
