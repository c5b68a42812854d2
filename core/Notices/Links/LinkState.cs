namespace Crisis.Core.Notices.Links;

/// <summary>Whether a link holds, else why not.</summary>
public enum LinkState
{
    Valid,

    /// <summary>Not a link of this product, or cut off on its way.</summary>
    Malformed,

    /// <summary>Signed by a key that is not (or no longer) known.</summary>
    UnknownKey,

    /// <summary>Something in it was changed.</summary>
    Tampered,

    /// <summary>Made for another purpose.</summary>
    OtherPurpose,

    /// <summary>Its time is over: offer a fresh one by mail.</summary>
    Expired,

    /// <summary>The person is no longer in the roster.</summary>
    NotInRoster,

    /// <summary>A one-time link that was used before.</summary>
    Used,
}
