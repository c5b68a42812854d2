using Crisis.Core.Response;

namespace Crisis.Core.Notices.Webhooks;

/// <summary>Posts one signed JSON message to a team's webhook and reads a short answer. Trouble is an outcome, not an exception.</summary>
public interface IWebhookPost
{
    /// <param name="id">Stable for the same message: the other side can tell a repeat.</param>
    ValueTask<WebhookAnswer> PostAsync(ChannelSettings channel, string id, string body, CancellationToken cancellation = default);
}
