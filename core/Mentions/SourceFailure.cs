namespace Crisis.Core.Mentions;

/// <summary>Why a source failed, so that the board can say whose turn it is.</summary>
public enum SourceFailure
{
    /// <summary>Network or server trouble: will be tried again by itself.</summary>
    Unavailable,

    /// <summary>A rate limit or quota: will be tried again when it allows.</summary>
    Throttled,

    /// <summary>The credential is missing, expired or wrong: a person must renew it.</summary>
    Credential,

    /// <summary>The credential is right but lacks a permission: a person must grant it.</summary>
    Permission,

    /// <summary>The account, feed, file or folder is not there (any more).</summary>
    Gone,

    /// <summary>What came back cannot be read at all.</summary>
    Malformed,
}
