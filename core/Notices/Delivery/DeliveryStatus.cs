namespace Crisis.Core.Notices.Delivery;

/// <summary>Where the delivery of one notice over one channel stands.</summary>
public enum DeliveryStatus
{
    /// <summary>Written before it is sent. Found later, the sender died in between: it may have arrived.</summary>
    Sending,

    /// <summary>Failed so far; will be tried again.</summary>
    Waiting,

    Accepted,

    /// <summary>This channel had nothing to say about it.</summary>
    NotNeeded,

    /// <summary>Given up.</summary>
    Failed,
}
