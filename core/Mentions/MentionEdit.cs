namespace Crisis.Core.Mentions;

/// <summary>What a second delivery of a mention changes.</summary>
internal static class MentionEdit
{
    /// <summary>
    /// The mention to store instead, or null when nothing changed. Time, window, lateness, author and reach stay what
    /// they were: they were counted. The same text keeps its finding, so that a repeat through another analyser does
    /// not move the numbers, unless it is scored anew on purpose; what a person said holds for the same text in any case.
    /// </summary>
    public static StoredMention? Apply(StoredMention before, StoredMention now, bool rescore)
    {
        if (before.Deleted) return null;
        var sameText = before.Mention.Text == now.Mention.Text;
        var after = before with
        {
            Mention = before.Mention with
            {
                Text = now.Mention.Text,
                Language = now.Mention.Language ?? before.Mention.Language,
                Url = now.Mention.Url ?? before.Mention.Url,
                Engagement = now.Mention.Engagement,
            },
        };
        if (!sameText || (rescore && !before.Corrected))
        {
            after = after with { Sentiment = now.Sentiment, Analyser = now.Analyser, Facets = now.Facets, Corrected = false };
        }

        return sameText && !rescore && after.Mention == before.Mention ? null : after;
    }
}
