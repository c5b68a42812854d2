using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Facets;
using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Detection;

/// <summary>Finds where a crisis began and how it spreads: first posts, sources, authors, doubling time.</summary>
public sealed class SpreadGathering(MentionStore mentions)
{
    private const int MostPosts = 4;

    /// <summary>The beginning is sought in the first windows, up to so many mentions.</summary>
    private const int MostLookedAt = 2_000;

    /// <summary>Who carries it now is told from so many of the newest mentions.</summary>
    private const int NewestLookedAt = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <param name="watch">Id of the watch.</param>
    /// <param name="since">Begin of the crisis, UTC.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="known">What was found before: its beginning holds, and only newer posts are looked at for louder ones. Null to seek everything.</param>
    /// <param name="cancellation">Stops it.</param>
    public async ValueTask<SpreadReport> GatherAsync(string watch, DateTimeOffset since, DateTimeOffset now, SpreadReport? known = null, CancellationToken cancellation = default)
    {
        var from = WindowCounts.StartOf(now - since > Longest ? now - Longest : since);
        var end = now + WindowCounts.Length;
        var windows = await mentions.Windows.ReadAsync(watch, from, end, cancellation);
        var sum = WindowSum.Of(from, windows);
        // Its first posts may have been let go or erased since; where it began was found all the same.
        var again = known?.BeganIn is not null;
        var first = new List<StoredMention>();
        var authors = new Dictionary<string, int>();
        var looked = 0;
        foreach (var window in again ? windows.Reverse() : windows)
        {
            await foreach (var mention in mentions.Mentions.OfWindowAsync(new WindowKey(watch, window.Start), cancellation))
            {
                looked++;
                if (mention.Deleted || mention.Mention.Own) continue;
                if (mention.Mention.Author.Id is { } author) authors[author] = authors.GetValueOrDefault(author) + 1;
                if (!again && mention.Mention.CreatedAt >= since && mention.Mention.Text.Length > 0) first.Add(mention);
            }

            if (looked >= (again ? NewestLookedAt : MostLookedAt)) break;
        }

        var beginning = again ? known!.FirstPosts : Beginning(first);
        var loudest = await LoudestAsync(watch, again ? Later(from, WindowCounts.StartOf(known!.At)) : from, end, cancellation);
        var carried = authors.Values.Sum();
        return new SpreadReport
        {
            At = now,
            From = from,
            FirstPosts = beginning,
            LoudestPosts = again ? Louder(known!.LoudestPosts, loudest) : loudest,
            BeganIn = again ? known!.BeganIn : beginning.Count > 0 ? beginning[0].Source : null,
            DoublingMinutes = Doubling(windows, now),
            Sources = EvidenceGathering.Names(sum, Facet.Source),
            Targets = EvidenceGathering.Names(sum, Facet.Target),
            Hashtags = EvidenceGathering.Names(sum, Facet.Hashtag),
            Authors = sum.Authors.Count,
            LoudestAuthorShare = carried == 0 ? 0 : authors.Values.Max() / (double)carried,
        };
    }

    // Complaints first; in a crisis without any, whatever came first.
    private static List<TellingPost> Beginning(List<StoredMention> found)
    {
        var work = new TokenisedText();
        return
        [
            .. found.OrderBy(post => post.Sentiment.Label != SentimentLabel.Negative)
                .ThenBy(post => post.Mention.CreatedAt)
                .ThenBy(post => post.Mention.Id, StringComparer.Ordinal)
                .DistinctBy(post => SameText.KeyOf(post, work))
                .Take(MostPosts)
                .OrderBy(post => post.Mention.CreatedAt)
                .Select(EvidenceGathering.Post),
        ];
    }

    // What was repeated before is counted no more; the larger count stays, as the least that is known.
    private static List<TellingPost> Louder(IReadOnlyList<TellingPost> known, IReadOnlyList<TellingPost> found)
    {
        var work = new TokenisedText();
        return
        [
            .. found.Concat(known)
                .OrderBy(post => post.Label != SentimentLabel.Negative)
                .ThenByDescending(post => post.Followers ?? 0)
                .GroupBy(post => SameText.KeyOf(post.Text, work), StringComparer.Ordinal)
                .Select(same => same.First() with { Repeats = same.Max(post => post.Repeats) })
                .Take(MostPosts),
        ];
    }

    // Complaints first here too: what many look at is not what a crisis is about.
    private async ValueTask<IReadOnlyList<TellingPost>> LoudestAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation)
    {
        var complaints = await mentions.Mentions.TellingAsync(watch, from, before, Telling.Negative, MostPosts, null, cancellation);
        if (complaints.Count >= MostPosts) return [.. complaints.Select(EvidenceGathering.Post)];
        var loud = await mentions.Mentions.TellingAsync(watch, from, before, Telling.Reach, MostPosts, null, cancellation);
        return [.. complaints.Concat(loud).DistinctBy(post => (post.Stored.Mention.Source, post.Stored.Mention.Id)).Take(MostPosts).Select(EvidenceGathering.Post)];
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

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
