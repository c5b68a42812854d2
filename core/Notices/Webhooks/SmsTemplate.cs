using System.Net;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>
/// An SMS gateway that takes a form. Fields: <c>to</c>, <c>text</c>, <c>sender</c> name the form's fields (by default
/// <c>To</c>, <c>Body</c>, <c>From</c>); <c>from</c> is the sender's number or name; <c>authorization</c> the header's
/// whole value. Further fields that begin with <c>form.</c> are sent along.
/// </summary>
public sealed class SmsTemplate : IWebhookTemplate
{
    // Turkish letters make a message UCS-2, 67 characters a part: five parts at most.
    private const int Longest = 335;

    public string Name => "sms";

    public IReadOnlyList<WebhookCall> Render(Notice notice, WebhookTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        if (target.Person?.Phone is not { Length: > 0 } phone) return [];
        var form = new List<KeyValuePair<string, string>> { new(target.Field("to", "To"), phone), new(target.Field("text", "Body"), Text(notice)) };
        if (target.Field("from", "") is { Length: > 0 } from) form.Add(new(target.Field("sender", "From"), from));
        form.AddRange(target.Fields.Where(field => field.Key.StartsWith("form.", StringComparison.Ordinal)).Select(field => new KeyValuePair<string, string>(field.Key[5..], field.Value)));
        var body = string.Join('&', form.Select(pair => $"{WebUtility.UrlEncode(pair.Key)}={WebUtility.UrlEncode(pair.Value)}"));
        var authorization = target.Field("authorization", target.Secret is { } secret ? $"Bearer {secret}" : "");
        return [new WebhookCall(target.Url, "application/x-www-form-urlencoded", body) { Authorization = authorization.Length == 0 ? null : authorization }];
    }

    private static string Text(Notice notice)
    {
        var link = notice.Links.Count > 0 ? "\n" + notice.Links[0].Url.AbsoluteUri : "";
        return QuotedText.Cut($"{notice.What} {notice.Ask}", Math.Max(120, Longest - link.Length)) + link;
    }
}
