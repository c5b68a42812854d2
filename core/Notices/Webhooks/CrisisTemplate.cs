using System.Text.Json;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>The product's own shape: the whole notice as JSON. See docs/notices.md.</summary>
public sealed class CrisisTemplate : IWebhookTemplate
{
    public string Name => "crisis";

    public IReadOnlyList<WebhookCall> Render(Notice notice, WebhookTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        var body = new
        {
            type = "notice",
            version = 1,
            notice.Id,
            notice.Reason,
            notice.Recipient,
            notice.At,
            notice.Crisis,
            notice.Watch,
            notice.Brand,
            notice.Kind,
            notice.Severity,
            notice.Stage,
            notice.Drill,
            notice.Language,
            notice.Subject,
            notice.What,
            notice.Ask,
            notice.Remarks,
            notice.Facts,
            notice.Posts,
            Links = notice.Links.Select(link => new { link.Action, link.Label, Url = link.Url.AbsoluteUri }),
            Callback = notice.Callback?.AbsoluteUri,
        };
        return [new WebhookCall(target.Url, "application/json", JsonSerializer.Serialize(body, CrisisJson.Options))];
    }
}
