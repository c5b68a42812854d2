using System.Collections.Frozen;
using System.Text;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Watching;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>Any service that takes a post: the product's own signed JSON, or the shape of a paging service or SMS gateway.</summary>
public sealed class WebhookChannel(HttpClient http, ISecrets secrets, TimeProvider time) : INoticeChannel
{
    private static readonly FrozenDictionary<string, IWebhookTemplate> Templates =
        new IWebhookTemplate[] { new CrisisTemplate(), new PagerDutyTemplate(), new OpsgenieTemplate(), new SmsTemplate() }.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);

    private readonly HttpPost _post = new(http, time);

    public string Type => "webhook";

    /// <summary>Names of the templates, for the validation of the configuration.</summary>
    public static IReadOnlyCollection<string> TemplateNames => Templates.Keys;

    public async ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(address);
        if (address.Settings is not { } settings || !Uri.TryCreate(await secrets.ResolveAsync(settings.Url, cancellation).ConfigureAwait(false), UriKind.Absolute, out var url))
            return new SendOutcome(SendStatus.Refused, $"The channel '{address.Channel}' has no address: set its url, or the secret that it names.");
        if (!Templates.TryGetValue(settings.Template ?? "crisis", out var template))
            return new SendOutcome(SendStatus.Refused, $"The channel '{address.Channel}' has the unknown template '{settings.Template}'.");
        var secret = await secrets.ResolveAsync(settings.Secret, cancellation).ConfigureAwait(false);
        if (settings.Secret is not null && secret is null)
            return new SendOutcome(SendStatus.Refused, $"The channel '{address.Channel}' names a secret that is not there.");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in settings.Fields) fields[field] = await secrets.ResolveAsync(value, cancellation).ConfigureAwait(false) ?? "";
        var calls = template.Render(notice, new WebhookTarget(url, secret, fields, address.Person));
        foreach (var call in calls)
        {
            var outcome = await PostAsync(call, notice, template is CrisisTemplate ? secret : null, cancellation).ConfigureAwait(false);
            if (outcome.Status != SendStatus.Accepted) return outcome;
        }

        return calls.Count == 0 ? SendOutcome.NotNeeded : SendOutcome.Accepted;
    }

    private async ValueTask<SendOutcome> PostAsync(WebhookCall call, Notice notice, string? secret, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Url);
        request.Content = new StringContent(call.Body, Encoding.UTF8, call.ContentType);
        if (call.Authorization is { } authorization) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (secret is { Length: > 0 })
        {
            foreach (var (name, value) in WebhookSignature.Headers(NoticeHash.Of(notice.Id), time.GetUtcNow(), call.Body, secret)) request.Headers.TryAddWithoutValidation(name, value);
        }
        else
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.IdHeader, NoticeHash.Of(notice.Id));
        }

        return await _post.SendAsync(request, cancellation).ConfigureAwait(false);
    }
}
