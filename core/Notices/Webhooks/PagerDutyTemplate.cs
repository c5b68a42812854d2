using System.Text.Json;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>
/// PagerDuty Events API v2: <c>trigger</c>, <c>acknowledge</c>, <c>resolve</c> under one <c>dedup_key</c> a crisis. The
/// channel's secret is the integration's routing key.
/// </summary>
public sealed class PagerDutyTemplate : IWebhookTemplate
{
    public string Name => "pagerduty";

    public IReadOnlyList<WebhookCall> Render(Notice notice, WebhookTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        return PagerActions.Of(notice.Reason) switch
        {
            PagerAction.Trigger => [Trigger(notice, target)],
            PagerAction.TriggerAgain => [Plain("resolve", notice, target), Trigger(notice, target)],
            PagerAction.Acknowledge => [Plain("acknowledge", notice, target)],
            PagerAction.Resolve => [Plain("resolve", notice, target)],
            _ => [],
        };
    }

    private static WebhookCall Trigger(Notice notice, WebhookTarget target) => Call(target, new Dictionary<string, object?>
    {
        ["routing_key"] = target.Secret,
        ["event_action"] = "trigger",
        ["dedup_key"] = PagerActions.Key(notice),
        ["client"] = "Crisis.Serverless",
        ["client_url"] = notice.Links.Count > 0 ? notice.Links[^1].Url.AbsoluteUri : null,
        ["links"] = notice.Links.Select(link => new { href = link.Url.AbsoluteUri, text = link.Label }).ToArray(),
        ["payload"] = new Dictionary<string, object>
        {
            ["summary"] = QuotedText.Cut(notice.Subject, 1024),
            ["source"] = notice.Watch,
            ["severity"] = notice.Severity switch { 1 => "critical", 2 => "error", 3 => "warning", _ => "info" },
            ["timestamp"] = notice.At,
            ["group"] = notice.Watch,
            ["class"] = notice.Kind,
            ["custom_details"] = Details(notice),
        },
    });

    private static WebhookCall Plain(string action, Notice notice, WebhookTarget target) => Call(target, new Dictionary<string, object?>
    {
        ["routing_key"] = target.Secret,
        ["event_action"] = action,
        ["dedup_key"] = PagerActions.Key(notice),
    });

    private static WebhookCall Call(WebhookTarget target, Dictionary<string, object?> body) =>
        new(target.Url, "application/json", JsonSerializer.Serialize(body, CrisisJson.Options));

    private static Dictionary<string, string> Details(Notice notice)
    {
        var details = new Dictionary<string, string> { ["what"] = notice.What, ["ask"] = notice.Ask, ["notice"] = notice.Id };
        foreach (var fact in notice.Facts) details.TryAdd(fact.Label, fact.Value);
        return details;
    }
}
