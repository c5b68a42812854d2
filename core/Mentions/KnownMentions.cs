using System.Collections.Concurrent;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// Remembers mentions that were read last, because complaints, evidence and spread all look at the newest ones.
/// Never believed without the tag of the row, so that others may write meanwhile.
/// </summary>
internal sealed class KnownMentions
{
    /// <summary>About a kilobyte each.</summary>
    private const int Most = 1_024;

    private readonly ConcurrentDictionary<(WindowKey Window, string Row), (string ETag, StoredMention Mention)> _known = new();
    private int _count;

    /// <summary>The mention of a row; its JSON is read only when this very row was not seen before.</summary>
    public StoredMention Read(WindowKey window, StoredRow row)
    {
        if (_known.TryGetValue((window, row.Row), out var seen) && seen.ETag == row.ETag) return seen.Mention;
        var mention = MentionBodyReader.Read(window, row);
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _known[(window, row.Row)] = (row.ETag, mention);
        return mention;
    }
}
