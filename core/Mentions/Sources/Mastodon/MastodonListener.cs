using System.Net.Http.Headers;
using System.Text.Json;

namespace Crisis.Core.Mentions.Sources.Mastodon;

/// <summary>
/// One stream of Mastodon's streaming API over HTTP (docs.joinmastodon.org/methods/streaming): events <c>update</c>,
/// <c>status.update</c>, <c>delete</c>, <c>notification</c>; a comment every few seconds keeps it alive.
/// </summary>
internal sealed class MastodonListener(SourcePorts ports, Uri server, string token, string path, MastodonStatus reader, WatchTerms terms)
{
    /// <summary>Servers send a sign of life every 15 seconds.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private TimeSpan _pause = FirstPause;

    public async Task RunAsync(Func<SourcePage, CancellationToken, ValueTask> told, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await ConnectAsync(told, cancellation);
            }
            catch (Exception e) when (e is SourceException or IOException or HttpRequestException or JsonException or OperationCanceledException)
            {
                // Nothing is lost, and pulling says what is wrong: here it is only tried again.
            }

            await Task.Delay(_pause, ports.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        }
    }

    private async Task ConnectAsync(Func<SourcePage, CancellationToken, ValueTask> told, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(await HostAsync(cancellation), $"/api/v1/streaming/{path}"));
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await ports.OpenAsync(await SignAsync(request, cancellation), cancellation);
        if (!response.IsSuccessStatusCode) throw new IOException($"{server.Host} allows no stream ({(int)response.StatusCode}).");
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await foreach (var (name, data) in ServerSentEvents.ReadAsync(stream, Silence, ports.Clock, cancellation))
        {
            _pause = FirstPause;
            if (Read(name, data) is { } page) await told(page, cancellation);
        }
    }

    /// <summary>Null for what is none of this watch's business.</summary>
    private SourcePage? Read(string name, string data)
    {
        if (name == "delete") return new SourcePage([], null) { Deleted = [$"{data.Trim()}@{server.Host}"] };
        if (name is not ("update" or "status.update" or "notification")) return null;
        try
        {
            using var json = JsonDocument.Parse(data);
            var about = name == "notification" && json.RootElement.Text("type") == "mention";
            if (name == "notification" && !about) return null;
            if (reader.Read(about ? json.RootElement.At("status") : json.RootElement) is not { } item) return null;

            // The account's own stream has its home timeline, too: that is about anything.
            if (path == "user" && !about && !item.Mention.Own && !terms.Match(item.Mention.Text)) return null;
            return name == "status.update" ? new SourcePage([], null) { Updated = [item.Mention] } : new SourcePage([item.Mention], null);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Large servers stream from a host of its own, which <c>GET /api/v2/instance</c> names.</summary>
    private async ValueTask<Uri> HostAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/api/v2/instance"));
        var reply = await ports.SendAsync(server.Host, request, cancellation);
        if (!reply.Fine) return server;
        using var json = reply.Json(server.Host);
        return Uri.TryCreate(json.RootElement.Text("configuration", "urls", "streaming"), UriKind.Absolute, out var told) && told.Scheme is "wss" or "https"
            ? new UriBuilder(told) { Scheme = "https", Port = told.IsDefaultPort ? -1 : told.Port }.Uri
            : server;
    }

    private async ValueTask<HttpRequestMessage> SignAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ports.Secrets.NeedAsync(token, cancellation));
        return request;
    }
}
