using System.Text;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Watching;

namespace Crisis.Core.Notices.Cards;

/// <summary>
/// A Teams channel by its Workflows webhook. Teams takes about four messages a second; more are asked to wait. That the
/// post was accepted is all one can know: the workflow's own failure is not told.
/// </summary>
public sealed class TeamsChannel(HttpClient http, ISecrets secrets, TimeProvider time) : INoticeChannel
{
    private readonly HttpPost _post = new(http, time);
    private readonly SendPace _pace = new(time, perSecond: 4);

    public string Type => "teams";

    public async ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(await secrets.ResolveAsync(address.Settings?.Url, cancellation).ConfigureAwait(false), UriKind.Absolute, out var url))
            return new SendOutcome(SendStatus.Refused, $"The channel '{address.Channel}' has no address: set its url, or the secret that it names.");
        if (_pace.Take(url.AbsoluteUri) is { } wait) return new SendOutcome(SendStatus.Throttled, "Teams takes four messages a second.", wait);
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(NoticeCard.Render(notice), Encoding.UTF8, "application/json");
        return await _post.SendAsync(request, cancellation).ConfigureAwait(false);
    }
}
