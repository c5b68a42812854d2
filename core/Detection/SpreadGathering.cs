using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Detection;

/// <summary>Finds where a crisis began and how it spreads: first posts, sources, authors, doubling time.</summary>
public sealed class SpreadGathering(MentionStore mentions)
{
    private const int MostPosts = 4;

    /// <summary>The beginning is sought in the first windows, up to so many mentions.</summary>
    private const int MostLookedAt = 2_000;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public async ValueTask<SpreadReport> GatherAsync(string watch, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var from = now - since > Longest ? WindowCounts.StartOf(now - Longest) : WindowCounts.StartOf(since);
        var windows = await mentions.Windows.ReadAsync(watch, from, now + WindowCounts.Length, cancellation);
        var sum = WindowSum.Of(from, windows);
        var first = new List<StoredMention>();
        var authors = new Dictionary<string, int>();
        var looked = 0;
        foreach (var window in windows)
        {
            await foreach (var mention in mentions.Mentions.OfWindowAsync(new WindowKey(watch, window.Start), cancellation))
            {
                looked++;
                if (mention.Deleted || mention.Mention.Own) continue;
                if (mention.Mention.Author.Id is { } author) authors[author] = authors.GetValueOrDefault(author) + 1;
                if (mention.Mention.CreatedAt >= since && mention.Mention.Text.Length > 0) first.Add(mention);
            }

            if (looked >= MostLookedAt) break;
        }

        // Complaints first; in a crisis without any, whatever came first.
        var ordered = first.OrderBy(post => post.Sentiment.Label != SentimentLabel.Negative).ThenBy(post => post.Mention.CreatedAt).ThenBy(post => post.Mention.Id, StringComparer.Ordinal);
        var posts = ordered.DistinctBy(post => post.Mention.Text).Take(MostPosts).OrderBy(post => post.Mention.CreatedAt).ToList();
        var loudest = await LoudestAsync(watch, from, now + WindowCounts.Length, cancellation);
        var known = authors.Values.Sum();
        return new SpreadReport
        {
            At = now,
            FirstPosts = [.. posts.Select(EvidenceGathering.Post)],
            LoudestPosts = [.. loudest.Select(EvidenceGathering.Post)],
            BeganIn = posts.Count > 0 ? posts[0].Mention.Source : null,
            DoublingMinutes = Doubling(windows, now),
            Sources = EvidenceGathering.Names(sum, Facet.Source),
            Targets = EvidenceGathering.Names(sum, Facet.Target),
            Hashtags = EvidenceGathering.Names(sum, Facet.Hashtag),
            Authors = sum.Authors.Count,
            LoudestAuthorShare = known == 0 ? 0 : authors.Values.Max() / (double)known,
        };
    }

    // Complaints first here too: what many look at is not what a crisis is about.
    private async ValueTask<IReadOnlyList<StoredMention>> LoudestAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation)
    {
        var complaints = await mentions.Mentions.TellingAsync(watch, from, before, Telling.Negative, MostPosts, cancellation);
        if (complaints.Count >= MostPosts) return complaints;
        var loud = await mentions.Mentions.TellingAsync(watch, from, before, Telling.Reach, MostPosts, cancellation);
        return [.. complaints.Concat(loud).DistinctBy(post => (post.Mention.Source, post.Mention.Id)).Take(MostPosts)];
    }

    /// <summary>From the last quarter of an hour against the one before: 15 · ln 2 / ln(ratio); null when it does not grow.</summary>
    private static double? Doubling(IReadOnlyList<WindowCounts> windows, DateTimeOffset now)
    {
        var end = WindowCounts.StartOf(now);
        var middle = end - (3 * WindowCounts.Length);
        double late = windows.Where(window => window.Start >= middle && window.Start < end).Sum(window => window.Mentions);
        double early = windows.Where(window => window.Start >= middle - (3 * WindowCounts.Length) && window.Start < middle).Sum(window => window.Mentions);
        return early >= 3 && late > early * 1.1 ? Math.Round(15 * Math.Log(2) / Math.Log(late / early), 1) : null;
    }
}
