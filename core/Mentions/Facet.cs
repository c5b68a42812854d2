namespace Crisis.Core.Mentions;

/// <summary>
/// A facet is a name under which a window keeps a count of its own, <c>kind:value</c>: so a detector that looks at
/// targets, hashtags or replies to one post needs no second reading of the mentions.
/// </summary>
public static class Facet
{
    /// <summary>The source type: <c>src:mastodon</c>.</summary>
    public const string Source = "src:";

    /// <summary>An opinion's target: <c>target:kargo</c>.</summary>
    public const string Target = "target:";

    /// <summary>A hashtag, lower-cased: <c>tag:#kuzeyile</c>.</summary>
    public const string Hashtag = "tag:";

    /// <summary>A reply to or quote of one of the brand's own posts: <c>post:mastodon|123</c>.</summary>
    public const string OwnPost = "post:";

    /// <summary>A severe word, by its base form: <c>severe:zehirlenme</c>.</summary>
    public const string Severe = "severe:";

    /// <summary>Personal data in the text, by its sort: <c>data:iban</c>.</summary>
    public const string PersonalData = "data:";

    /// <summary>Somebody says or shows that an account is not in its owner's hands: <c>hacked:said</c>, <c>own:link</c>…</summary>
    public const string Takeover = "takeover:";

    /// <summary>An account that imitates the brand, or phishing in its name: <c>fake:handle</c>.</summary>
    public const string Impersonation = "fake:";

    /// <summary>The same text over and over, by its hash: <c>text:1f00…</c>.</summary>
    public const string SameText = "text:";

    /// <summary>The language: <c>lang:tr</c>.</summary>
    public const string Language = "lang:";
}
