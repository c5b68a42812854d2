namespace Crisis.Core.Response;

/// <summary>
/// A channel that belongs to a team: <c>teams</c>, <c>webhook</c>, <c>outbox</c>; mail goes to persons and needs no
/// entry. Values <c>secret:name</c> are looked up by the host.
/// </summary>
public sealed record ChannelSettings(string Type)
{
    /// <summary>By default its type, with <c>-2</c>, <c>-3</c>… for further ones.</summary>
    public string Id { get; init; } = Type;

    public string? Url { get; init; }

    /// <summary>Key that signs a webhook's body.</summary>
    public string? Secret { get; init; }

    public string Language { get; init; } = "tr";

    /// <summary>For webhooks, the shape of the body: <c>crisis</c> (default), <c>pagerduty</c>, <c>opsgenie</c>, <c>sms</c>.</summary>
    public string? Template { get; init; }

    /// <summary>What the channel is for: <c>notices</c> (default), <c>complaints</c> (customer service), <c>publishing</c> (pause), <c>operations</c>.</summary>
    public string Purpose { get; init; } = "notices";

    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
