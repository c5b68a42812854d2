using System.Text;
using System.Text.Json;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>
/// Opsgenie Alert API: an alert is created, acknowledged and closed by its <c>alias</c>, one a crisis. The channel's
/// address is that of the alerts (<c>…/v2/alerts</c>), its secret the integration's API key. Field <c>responders</c>:
/// names of teams, comma-separated.
/// </summary>
public sealed class OpsgenieTemplate : IWebhookTemplate
{
    public string Name => "opsgenie";

    public IReadOnlyList<WebhookCall> Render(Notice notice, WebhookTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        return PagerActions.Of(notice.Reason) switch
        {
            PagerAction.Trigger => [Create(notice, target)],
            PagerAction.TriggerAgain => [Change("close", notice, target), Create(notice, target)],
            PagerAction.Acknowledge => [Change("acknowledge", notice, target)],
            PagerAction.Resolve => [Change("close", notice, target)],
            _ => [],
        };
    }

    private static WebhookCall Create(Notice notice, WebhookTarget target)
    {
        var responders = target.Field("responders", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var body = new Dictionary<string, object?>
        {
            ["message"] = QuotedText.Cut(notice.Subject, 130),
            ["alias"] = PagerActions.Key(notice),
            ["description"] = QuotedText.Cut(Description(notice), 15_000),
            ["responders"] = responders.Length == 0 ? null : responders.Select(name => new { name, type = "team" }).ToArray(),
            ["tags"] = new[] { notice.Watch, JsonNamingPolicy.KebabCaseLower.ConvertName(notice.Kind.ToString()) },
            ["details"] = new Dictionary<string, string> { ["notice"] = notice.Id, ["crisis"] = notice.Crisis },
            ["entity"] = notice.Brand,
            ["source"] = "Crisis.Serverless",
            ["priority"] = $"P{Math.Clamp(notice.Severity, 1, 4)}",
        };
        foreach (var empty in body.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray()) body.Remove(empty);
        return Call(target, target.Url, body);
    }

    private static WebhookCall Change(string change, Notice notice, WebhookTarget target)
    {
        var url = $"{target.Url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{Uri.EscapeDataString(PagerActions.Key(notice))}/{change}?identifierType=alias";
        return Call(target, new Uri(url), new Dictionary<string, object?> { ["source"] = "Crisis.Serverless", ["note"] = notice.What });
    }

    private static WebhookCall Call(WebhookTarget target, Uri url, Dictionary<string, object?> body) =>
        new(url, "application/json", JsonSerializer.Serialize(body, CrisisJson.Options)) { Authorization = $"GenieKey {target.Secret}" };

    private static string Description(Notice notice)
    {
        var text = new StringBuilder(notice.What).Append('\n').Append(notice.Ask).Append('\n');
        foreach (var link in notice.Links) text.Append(link.Label).Append(": ").Append(link.Url.AbsoluteUri).Append('\n');
        foreach (var fact in notice.Facts) text.Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
        return text.ToString();
    }
}
