namespace Crisis.Core.Notices.Delivery;

/// <summary>One line of the delivery log: one notice over one channel.</summary>
public sealed record NoticeDelivery
{
    /// <summary>The notice's id.</summary>
    public required string Notice { get; init; }

    public required string Crisis { get; init; }
    public required string Watch { get; init; }
    public required NoticeReason Reason { get; init; }

    /// <summary><c>person:ayse</c> or <c>channel:teams</c>: for whom it was meant.</summary>
    public required string Recipient { get; init; }

    /// <summary>Over which channel: <c>mail</c>, <c>sms</c>, a team channel's id, <c>outbox</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>This channel took the place of another that failed.</summary>
    public bool Substitute { get; init; }

    public string Language { get; init; } = "";
    public string Subject { get; init; } = "";
    public DeliveryStatus Status { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why the last try failed, for a person; null when it did not.</summary>
    public string? Why { get; init; }

    public bool Done => Status is DeliveryStatus.Accepted or DeliveryStatus.NotNeeded or DeliveryStatus.Failed;
}
