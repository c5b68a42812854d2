using System.Runtime.CompilerServices;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>Reads stored mentions.</summary>
public sealed class MentionReader
{
    /// <summary>How many mentions are looked at, newest window first, when the telling ones are sought.</summary>
    public const int MostLookedAt = 5_000;

    private readonly IRowStore _rows;
    private readonly MentionPlaces _places;
    private readonly WindowReader _windows;

    internal MentionReader(IRowStore rows, MentionPlaces places, WindowReader windows) => (_rows, _places, _windows) = (rows, places, windows);

    /// <summary>All mentions of a window, deleted ones too, in order of source and id.</summary>
    public async IAsyncEnumerable<StoredMention> OfWindowAsync(WindowKey window, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in _rows.AllAsync(RowRange.Prefix(window.MentionTable, window.Partition, MentionTables.MentionPrefix), cancellation))
            yield return MentionBodyReader.Read(window, row);
    }

    /// <summary>One mention by its native id, or null when it is not kept.</summary>
    public async ValueTask<StoredMention?> FindAsync(string watch, string source, string id, CancellationToken cancellation = default)
    {
        if (await _places.FindAsync(watch, source, id, cancellation) is not { } start) return null;
        var window = new WindowKey(watch, start);
        return await _rows.GetAsync(window.MentionTable, window.Partition, MentionBody.Key(source, id), cancellation) is { } row
            ? MentionBodyReader.Read(window, row)
            : null;
    }

    /// <summary>
    /// The mentions that say most about a time, from windows that begin in <c>from ≤ start &lt; before</c> (UTC): not
    /// deleted, not the brand's own, of all that say the same the one that weighs most. Of a long time only the newest
    /// <see cref="MostLookedAt"/> or so are looked at.
    /// </summary>
    /// <param name="about">Only mentions that it is true of, then the brand's own too and whatever their sentiment, the own and the negative first. Null: all.</param>
    public async ValueTask<IReadOnlyList<TellingMention>> TellingAsync(
        string watch, DateTimeOffset from, DateTimeOffset before, Telling by, int count, Func<StoredMention, bool>? about = null, CancellationToken cancellation = default)
    {
        var tally = new TellingTally(count);
        var looked = 0;
        foreach (var counts in (await _windows.ReadAsync(watch, from, before, cancellation)).Reverse())
        {
            await foreach (var mention in OfWindowAsync(new WindowKey(watch, counts.Start), cancellation))
            {
                looked++;
                if (mention.Deleted || mention.Mention.Text.Length == 0) continue;
                if (about is null ? mention.Mention.Own || (by == Telling.Negative && mention.Sentiment.Label != SentimentLabel.Negative) : !about(mention)) continue;
                tally.Add(mention, Weight(mention, by) + (about is null ? 0 : First(mention)));
            }

            if (looked >= MostLookedAt) break;
        }

        return tally.Heaviest();
    }

    // Heavier than any reach.
    private static double First(StoredMention mention) => mention.Mention.Own ? 2e12 : mention.Sentiment.Label == SentimentLabel.Negative ? 1e12 : 0;

    private static double Weight(StoredMention mention, Telling by)
    {
        var seen = mention.Mention.Engagement;
        var reach = (mention.Mention.Author.Followers ?? 0) + (10.0 * seen.Likes) + (50.0 * seen.Reposts) + (20.0 * seen.Replies);
        return by == Telling.Reach ? reach : mention.Sentiment.Negative * (1 + Math.Log10(1 + reach));
    }
}
