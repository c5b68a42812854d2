using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>Collects what a person needs to check a finding.</summary>
public sealed class EvidenceGathering(MentionStore mentions)
{
    private const int MostPosts = 5;
    private const int MostNames = 6;
    private const int LongestText = 280;

    /// <summary>Evidence of the windows with <c>since ≤ start &lt; before</c>.</summary>
    public async ValueTask<SignalEvidence> GatherAsync(string watch, WindowCounts sum, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sum);
        var telling = await mentions.Mentions.TellingAsync(watch, since, before, Telling.Negative, MostPosts, cancellation);
        if (telling.Count < MostPosts)
        {
            var loud = await mentions.Mentions.TellingAsync(watch, since, before, Telling.Reach, MostPosts, cancellation);
            telling = [.. telling.Concat(loud).DistinctBy(post => post.Mention.Id).Take(MostPosts)];
        }

        return new SignalEvidence
        {
            Posts = [.. telling.Select(Post)],
            Targets = Names(sum, Facet.Target),
            Sources = Names(sum, Facet.Source),
            Hashtags = Names(sum, Facet.Hashtag),
            Authors = sum.Authors.Count,
            Mentions = sum.Mentions,
            Negative = sum.Negative,
            Reach = sum.Reach,
        };
    }

    /// <summary>A stored mention as evidence.</summary>
    public static TellingPost Post(StoredMention stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var mention = stored.Mention;
        var text = mention.Text.Length <= LongestText ? mention.Text : string.Concat(mention.Text.AsSpan(0, LongestText - 1), "…");
        return new TellingPost(mention.Source, mention.Id, mention.CreatedAt, PersonalDataMask.Mask(text))
        {
            Handle = mention.Author.Handle,
            Followers = mention.Author.Followers,
            Url = mention.Url,
            Label = stored.Sentiment.Label,
        };
    }

    /// <summary>The largest facets of a kind, by name.</summary>
    public static IReadOnlyList<EvidenceCount> Names(WindowCounts sum, string kind)
    {
        ArgumentNullException.ThrowIfNull(sum);
        return
        [
            .. sum.Facets
                .Where(facet => facet.Key.StartsWith(kind, StringComparison.Ordinal))
                .OrderByDescending(facet => facet.Value.Mentions)
                .ThenBy(facet => facet.Key, StringComparer.Ordinal)
                .Take(MostNames)
                .Select(facet => new EvidenceCount(facet.Key[kind.Length..], facet.Value.Mentions, facet.Value.Negative, facet.Value.Authors.Count)),
        ];
    }
}
