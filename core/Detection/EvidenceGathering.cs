using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>Collects what a person needs to check a finding.</summary>
public sealed class EvidenceGathering(MentionStore mentions)
{
    private const int MostPosts = 5;
    private const int MostNames = 6;
    private const int LongestText = 280;

    /// <summary>Evidence of the windows with <c>since ≤ start &lt; before</c>: posts that the finding is about; of one that is about everything, what people complain of, then what is loud.</summary>
    public async ValueTask<SignalEvidence> GatherAsync(Signal signal, WindowCounts sum, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(sum);
        var (watch, subject) = (signal.Watch, SignalSubject.Of(signal));
        var posts = new List<TellingPost>();
        if (subject?.Post is { } post && await mentions.Mentions.FindAsync(watch, post.Source, post.Id, cancellation) is { Deleted: false } own) posts.Add(Post(own));
        if (subject is not null) posts.AddRange((await mentions.Mentions.TellingAsync(watch, since, before, Telling.Negative, MostPosts, subject.IsOf, cancellation)).Select(Post));
        // Where a single post tells it, others would only cover it.
        var enough = posts.Count > 0 ? 1 : MostPosts;
        foreach (var by in (Telling[])[Telling.Negative, Telling.Reach])
        {
            if (posts.Count >= enough) break;
            posts.AddRange((await mentions.Mentions.TellingAsync(watch, since, before, by, MostPosts, null, cancellation)).Select(Post));
            posts = [.. posts.DistinctBy(p => (p.Source, p.Id))];
        }

        return new SignalEvidence
        {
            Posts = [.. posts.Take(MostPosts)],
            Targets = Names(sum, Facet.Target),
            Sources = Names(sum, Facet.Source),
            Hashtags = Names(sum, Facet.Hashtag),
            Authors = sum.Authors.Count,
            Mentions = sum.Mentions,
            Negative = sum.Negative,
            Reach = sum.Reach,
        };
    }

    /// <summary>A telling mention as evidence.</summary>
    public static TellingPost Post(TellingMention telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        return Post(telling.Stored) with { Repeats = telling.Repeats };
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
            Own = mention.Own,
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
