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

    /// <summary>Personal data in the text, by its sort: <c>data:iban</c>; <c>data:list</c> for many at once, <c>data:said</c> for talk of a leak.</summary>
    public const string PersonalData = "data:";

    /// <summary>Somebody says or shows that an account is not in its owner's hands: <c>takeover:said</c>.</summary>
    public const string Takeover = "takeover:";

    /// <summary>An account that imitates the brand, or phishing in its name: <c>fake:handle</c>, <c>fake:phish</c>, <c>fake:said</c>.</summary>
    public const string Impersonation = "fake:";

    /// <summary>The same text over and over, by its hash: <c>text:1f00…</c>.</summary>
    public const string SameText = "text:";

    /// <summary>The text laughs: whatever its words, it complains of nothing.</summary>
    public const string Laughing = "tone:laugh";

    /// <summary>The language: <c>lang:tr</c>.</summary>
    public const string Language = "lang:";

    /// <summary>What the brand's own post shows of its habits: <c>own:scam</c>, <c>own:giveaway</c>, and the two below.</summary>
    public const string Own = "own:";

    /// <summary>A domain that an own post links to: <c>own:link|kuzey.example</c>.</summary>
    public const string OwnLink = "own:link|";

    /// <summary>The language of an own post: <c>own:lang|tr</c>.</summary>
    public const string OwnLanguage = "own:lang|";

    /// <summary>Ends a severe word's facet when somebody says it whom many hear: <c>severe:fire|loud</c>.</summary>
    public const string Loud = "|loud";

    /// <summary>
    /// In which order facets are kept when there are too many: 0 for what matters even once, 2 for texts that nobody
    /// repeated, 1 for the rest.
    /// </summary>
    internal static int Rank(string facet, int mentions)
    {
        if (facet.StartsWith(SameText, StringComparison.Ordinal)) return Math.Abs(mentions) >= LeastRepeats ? 1 : 2;
        return facet.StartsWith(Severe, StringComparison.Ordinal) || facet.StartsWith(PersonalData, StringComparison.Ordinal)
            || facet.StartsWith(Takeover, StringComparison.Ordinal) || facet.StartsWith(Impersonation, StringComparison.Ordinal)
            || facet.StartsWith(Own, StringComparison.Ordinal) || facet == Laughing ? 0 : 1;
    }

    /// <summary>A text seen less often in a window is no flood, and not kept once the window is whole.</summary>
    internal const int LeastRepeats = 3;
}
