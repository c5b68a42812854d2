using System.Runtime.InteropServices;
using Crisis.Core.Mentions.Facets;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Mentions;

/// <summary>The few heaviest of many mentions, one of each text, with how many say it; holds no more than those few.</summary>
internal sealed class TellingTally(int most)
{
    private readonly Dictionary<string, (double Weight, int Repeats)> said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredMention> best = new(StringComparer.Ordinal);
    private readonly TokenisedText work = new();

    public void Add(StoredMention mention, double weight)
    {
        var key = SameText.KeyOf(mention, work);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(said, key, out var before);
        var heavier = !before || weight > known.Weight;
        known = (heavier ? weight : known.Weight, known.Repeats + 1);
        if (!heavier) return;
        if (!best.ContainsKey(key) && best.Count == most)
        {
            var lightest = best.Max(Lighter);
            if (Compare((weight, mention), (said[lightest.Key].Weight, lightest.Value)) >= 0) return;
            best.Remove(lightest.Key);
        }

        best[key] = mention;
    }

    /// <summary>The heaviest first; of equals the newest.</summary>
    public IReadOnlyList<TellingMention> Heaviest() => [.. best.Order(Lighter).Select(one => new TellingMention(one.Value, said[one.Key].Repeats))];

    private Comparer<KeyValuePair<string, StoredMention>> Lighter =>
        Comparer<KeyValuePair<string, StoredMention>>.Create((a, b) => Compare((said[a.Key].Weight, a.Value), (said[b.Key].Weight, b.Value)));

    private static int Compare((double Weight, StoredMention Stored) a, (double Weight, StoredMention Stored) b)
    {
        var order = b.Weight.CompareTo(a.Weight);
        if (order == 0) order = b.Stored.Mention.CreatedAt.CompareTo(a.Stored.Mention.CreatedAt);
        return order != 0 ? order : string.CompareOrdinal(a.Stored.Mention.Id, b.Stored.Mention.Id);
    }
}
