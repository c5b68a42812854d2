namespace Crisis.Core.Mentions.Sources;

/// <summary>How a network writes when a limit begins anew.</summary>
public enum ResetForm
{
    /// <summary>Seconds from now.</summary>
    Seconds,

    /// <summary>Seconds since 1970, UTC.</summary>
    UnixSeconds,

    /// <summary>ISO 8601.</summary>
    Iso,
}
