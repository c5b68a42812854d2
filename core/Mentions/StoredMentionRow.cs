namespace Crisis.Core.Mentions;

/// <summary>A mention as the row that the store would write: for measuring a store without the product around it.</summary>
public sealed record StoredMentionRow(string Partition, string Row, string Body)
{
    /// <summary>The rows of a batch, as if none of its mentions was stored before or is late.</summary>
    public static IReadOnlyList<StoredMentionRow> Of(ScoredBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var json = new CompactJson();
        return [.. batch.Mentions.Select(m =>
        {
            var window = WindowKey.Of(batch.Watch, m.Mention.CreatedAt);
            var stored = new StoredMention(window, m.Mention, m.Sentiment, m.Analyser) { Facets = m.Facets };
            return new StoredMentionRow(window.Partition, MentionBody.Key(m.Mention.Source, m.Mention.Id), MentionBody.Write(json, stored));
        })];
    }
}
