using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;
using Crisis.Web.Language;

namespace Crisis.Web.Publishing;

/// <summary>
/// Looks at a planned post with cool eyes before everybody else does: open crises, the mood of its hashtags, hashtags
/// nearly right, links, personal data, words that matter even once. Gives reasons, publishes nothing, keeps nothing.
/// </summary>
public sealed class PostCheck(CrisisTable crises)
{
    public async ValueTask<IReadOnlyList<PostFinding>> CheckAsync(string text, Watch watch, Words words, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(words);
        var found = new List<PostFinding>();
        var tags = PostText.Hashtags(text);
        foreach (var summary in (await crises.ListOpenAsync(cancellation)).Where(c => c.Watch == watch.Id))
        {
            found.Add(new("crisis", $"{words.Name("kind", summary.Kind)}, {words.Shared.Severity(summary.Severity)}", summary.Severity <= 3));
            var state = await crises.FindAsync(summary.Id, cancellation);
            foreach (var tag in state?.Spread?.Hashtags ?? [])
                if (tags.Contains(tag.Name, StringComparer.OrdinalIgnoreCase) && tag.Negative * 2 > tag.Mentions) found.Add(new("hashtag-mood", tag.Name, true));
        }

        found.AddRange(tags.SelectMany(tag => Nearly(tag, watch)));
        found.AddRange(PersonalDataFinder.Find(text).Select(d => new PostFinding("personal-data", words.Name("personal-data", d.Sort), true)));
        found.AddRange(Severe(text, watch).Select(word => new PostFinding("severe", word, true)));
        found.AddRange(PostText.Links(text).Select(link => new PostFinding(link.StartsWith("https:", StringComparison.Ordinal) ? "link" : "link-plain", link, !link.StartsWith("https:", StringComparison.Ordinal))));
        if (PostText.Shouted(text) >= 3) found.Add(new("shouting", "", false));
        if (tags.Count > 5) found.Add(new("many-hashtags", tags.Count.ToString(CultureInfo.InvariantCulture), false));
        found.Add(new("second-pair", "", false));
        return [.. found.OrderByDescending(f => f.Stop)];
    }

    /// <summary>A hashtag one or two letters beside one of the brand's own is probably meant to be that one.</summary>
    private static IEnumerable<PostFinding> Nearly(string tag, Watch watch)
    {
        var own = watch.Terms.Where(t => t.StartsWith('#')).Concat(watch.PlannedEvents.SelectMany(e => e.Hashtags)).ToList();
        if (own.Contains(tag, StringComparer.OrdinalIgnoreCase)) yield break;
        foreach (var known in own.Where(known => PostText.Distance(Folded(known), Folded(tag)) is 0 or 1 or 2))
            yield return new("hashtag-near", $"{tag} → {known}", true);
    }

    private static IEnumerable<string> Severe(string text, Watch watch)
    {
        var folded = Folded(text);
        return watch.SevereWords.Values.SelectMany(w => w).Distinct().Where(word => folded.Contains(Folded(word), StringComparison.Ordinal));
    }

    private static string Folded(string text) => Hashtag.Fold(text);
}
