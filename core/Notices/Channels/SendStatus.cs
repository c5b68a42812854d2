namespace Crisis.Core.Notices.Channels;

/// <summary>How one try to send ended.</summary>
public enum SendStatus
{
    /// <summary>The other side took it.</summary>
    Accepted,

    /// <summary>This channel has nothing to say about such a notice; that is as good as sent.</summary>
    NotNeeded,

    /// <summary>It was on its way when the answer failed to come: it may have arrived. Trying again repeats the same id.</summary>
    Uncertain,

    /// <summary>The other side asks for patience.</summary>
    Throttled,

    /// <summary>It surely did not arrive; another try may succeed.</summary>
    Unavailable,

    /// <summary>Refused for good: another try would be refused again.</summary>
    Refused,
}
