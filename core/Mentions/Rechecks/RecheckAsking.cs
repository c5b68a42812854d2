using Crisis.Core.Mentions.Sources;

namespace Crisis.Core.Mentions.Rechecks;

/// <summary>
/// Asks the sources of one type for mentions by their ids. Where a watch has several (two pages, two servers), a mention
/// is gone only when each of them says so.
/// </summary>
internal sealed class RecheckAsking(IReadOnlyList<IMentionRefresh> sources)
{
    /// <summary>Requests to one source in one walk; the rest has its turn in the next.</summary>
    private const int MostRequests = 10;

    /// <summary>
    /// An answer that knows none of so many is taken for trouble on the other side: what is deleted here does not come
    /// back, and what is really gone is asked for again.
    /// </summary>
    private const int TooManyGone = 20;

    private readonly List<string> _asked = [];
    private readonly List<Mention> _there = [];
    private readonly List<string> _gone = [];

    /// <summary>The ids that were asked for with an answer, what is there, and which are gone.</summary>
    public async ValueTask<(IReadOnlyList<string> Asked, IReadOnlyList<Mention> There, IReadOnlyList<string> Gone)> AskAsync(
        IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var open = ids.Where(id => sources.Any(s => s.Knows(id))).ToList();
        var missing = open.ToDictionary(id => id, id => sources.Count(s => s.Knows(id)), StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var turns = open.Where(id => missing.ContainsKey(id) && source.Knows(id)).Chunk(source.LookupSize).Take(MostRequests);
            foreach (var turn in turns.ToList())
            {
                if (!await AskAsync(source, turn, missing, cancellation)) break;
            }
        }

        return (_asked, _there, _gone);
    }

    /// <summary>False when this source is to be left alone: no budget, or trouble that its next pull tells of.</summary>
    private async ValueTask<bool> AskAsync(IMentionRefresh source, string[] ids, Dictionary<string, int> missing, CancellationToken cancellation)
    {
        SourcePage page;
        try
        {
            page = await source.RefreshAsync(ids, cancellation);
        }
        catch (SourceException)
        {
            return false;
        }

        if (page.Updated.Count == 0 && page.Deleted.Count >= TooManyGone) return false;
        foreach (var mention in page.Updated.Where(m => missing.Remove(m.Id)))
        {
            _there.Add(mention);
            _asked.Add(mention.Id);
        }

        foreach (var id in page.Deleted)
        {
            if (!missing.TryGetValue(id, out var left)) continue;
            missing[id] = left - 1;
            if (left > 1) continue;
            missing.Remove(id);
            _gone.Add(id);
            _asked.Add(id);
        }

        return true;
    }
}
