using System.Text;
using System.Text.Json;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>Signed by the Standard Webhooks specification, like the notices.</summary>
public sealed class WebhookPost(HttpClient http, ISecrets secrets, TimeProvider time) : IWebhookPost
{
    private const int MostBytes = 4096;
    private const int LongestAnswer = 200;

    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    public async ValueTask<WebhookAnswer> PostAsync(ChannelSettings channel, string id, string body, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(body);
        if (!Uri.TryCreate(await secrets.ResolveAsync(channel.Url, cancellation).ConfigureAwait(false), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return Refused($"The channel '{channel.Id}' has no address: set its url, or the secret that it names.");
        var secret = await secrets.ResolveAsync(channel.Secret, cancellation).ConfigureAwait(false);
        if (channel.Secret is not null && string.IsNullOrEmpty(secret)) return Refused($"The channel '{channel.Id}' names a secret that is not there.");
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var name = NoticeHash.Of(id);
        if (secret is null) request.Headers.TryAddWithoutValidation(WebhookSignature.IdHeader, name);
        else foreach (var (header, value) in WebhookSignature.Headers(name, time.GetUtcNow(), body, secret)) request.Headers.TryAddWithoutValidation(header, value);
        return await SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<WebhookAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var host = request.RequestUri!.Host;
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var text = await ReadAsync(answer.Content, both.Token).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode) return new WebhookAnswer(SendOutcome.Accepted, text);
            var later = (int)answer.StatusCode is >= 500 or 408 or 429;
            return new WebhookAnswer(new SendOutcome(later ? SendStatus.Unavailable : SendStatus.Refused, $"{host} answered {(int)answer.StatusCode}."), text);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookAnswer(new SendOutcome(SendStatus.Uncertain, $"{host} did not answer in time."), "");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new WebhookAnswer(new SendOutcome(SendStatus.Unavailable, $"{host} cannot be reached."), "");
        }
    }

    private static WebhookAnswer Refused(string why) => new(new SendOutcome(SendStatus.Refused, why), "");

    private static async ValueTask<string> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var bytes = new byte[MostBytes];
        var read = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString(bytes, 0, read);
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in (ReadOnlySpan<string>)["message", "answer"])
                    if (json.RootElement.TryGetProperty(field, out var said) && said.ValueKind == JsonValueKind.String) return QuotedText.Plain(said.GetString()!, "en", LongestAnswer);
            }
        }
        catch (JsonException)
        {
            // A plain answer is an answer too.
        }

        return QuotedText.Plain(text, "en", LongestAnswer);
    }
}
