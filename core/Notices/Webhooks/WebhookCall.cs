namespace Crisis.Core.Notices.Webhooks;

/// <summary>One request to make.</summary>
/// <param name="Body">As it goes over the wire, UTF-8.</param>
public sealed record WebhookCall(Uri Url, string ContentType, string Body)
{
    /// <summary>Value of the header Authorization, null for none.</summary>
    public string? Authorization { get; init; }
}
