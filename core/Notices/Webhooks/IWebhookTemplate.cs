namespace Crisis.Core.Notices.Webhooks;

/// <summary>Gives a notice the shape that one sort of service takes.</summary>
public interface IWebhookTemplate
{
    string Name { get; }

    /// <summary>The requests to make, in order; none when such a notice is nothing for this service.</summary>
    IReadOnlyList<WebhookCall> Render(Notice notice, WebhookTarget target);
}
