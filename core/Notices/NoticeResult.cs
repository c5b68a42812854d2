namespace Crisis.Core.Notices;

/// <summary>What became of a notice: over which channel it went, or why over none.</summary>
public sealed record NoticeResult(bool Delivered, string? Channel, string? Why)
{
    /// <summary>
    /// When to send the same request again; null when nothing is left to do. Not yet delivered and a time here: it is
    /// neither delivered nor lost. <see cref="Delivery.NoticeRetries"/> remembers it too, so that a caller may forget it.
    /// </summary>
    public DateTimeOffset? RetryAt { get; init; }
}
