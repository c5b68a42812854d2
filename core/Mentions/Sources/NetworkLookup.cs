namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// Looks mentions up again by their ids: those that matter from time to time (edits, engagement, deletions), any others
/// when the host asks.
/// </summary>
internal sealed class NetworkLookup(Network network)
{
    /// <summary>So many are looked after, the brand's own posts and the loudest first.</summary>
    private const int Most = 40;

    private static readonly TimeSpan Age = TimeSpan.FromDays(3);

    private TimeSpan Every => network.Settings.Fields.TryGetValue("recheck", out var text) && Durations.TryRead(text, out var span) ? span : TimeSpan.FromMinutes(15);

    public void Watch(NetworkCursor state, IReadOnlyList<Mention> mentions)
    {
        if (network.LookupSize == 0 || network.LookupEvery > TimeSpan.Zero || mentions.Count == 0) return;
        var since = (network.Ports.Clock.GetUtcNow() - Age).ToUnixTimeSeconds();
        foreach (var mention in mentions) state.Watched.Add(WatchedMention.From(mention));
        if (state.Watched.Count <= Most && state.Watched.TrueForAll(w => w.At >= since)) return;

        // In place, since the order is that of the next lookup: who matters least, and among them the oldest, leaves.
        var stay = state.Watched.Where(w => w.At >= since).OrderByDescending(w => w.Score).ThenByDescending(w => w.At).Take(Most).ToHashSet();
        state.Watched.RemoveAll(w => !stay.Contains(w));
    }

    public bool IsDue(NetworkCursor state, DateTimeOffset now) =>
        network.LookupSize > 0 && state.Watched.Count > 0 && now.ToUnixTimeMilliseconds() >= state.WatchedNext;

    /// <summary>Looks the next ones up when they are due; the cursor's text is the caller's to write.</summary>
    public async ValueTask<SourcePage> PullAsync(NetworkCursor state, NetworkExchange exchange, DateTimeOffset now, CancellationToken cancellation)
    {
        var nothing = new SourcePage([], null);
        if (!IsDue(state, now)) return nothing;
        var kind = network.LookupKind(state.Watched[0].Id);
        var turn = state.Watched.Where(w => network.LookupKind(w.Id) == kind).Take(network.LookupSize).ToList();
        var charges = network.LookupCharges(turn.Count);
        if (await network.Ports.Quotas.TakeAsync(charges, cancellation) is { } later)
        {
            state.WatchedNext = later.ToUnixTimeMilliseconds();
            return nothing;
        }

        NetworkFound found;
        try
        {
            found = await AskAsync([.. turn.Select(w => w.Id)], charges, exchange, cancellation);
        }
        catch (SourceException e) when (e.Failure is SourceFailure.Permission or SourceFailure.Gone or SourceFailure.Malformed)
        {
            state.WatchedNext = (now + Every).ToUnixTimeMilliseconds();
            return nothing with { Faults = [StreamWalk.Fault(new NetworkStream("lookup", ""), e)] };
        }

        var there = found.Items.ToDictionary(i => i.Mention.Id, i => i.Mention, StringComparer.Ordinal);
        var unread = turn.Where(w => found.Unread.Contains(w.Id)).ToList();
        state.Watched.RemoveAll(turn.Contains);
        state.Watched.AddRange(turn.Where(w => there.ContainsKey(w.Id)).Select(w => WatchedMention.From(there[w.Id])));
        state.Watched.AddRange(unread);
        state.WatchedNext = Next(state, now);
        return nothing with
        {
            Updated = [.. turn.Where(w => there.TryGetValue(w.Id, out var m) && WatchedMention.PrintOf(m) != w.Print).Select(w => there[w.Id])],
            Deleted = [.. turn.Except(unread).Where(w => !there.ContainsKey(w.Id)).Select(w => w.Id)],
        };
    }

    public async ValueTask<SourcePage> RefreshAsync(
        NetworkExchange exchange, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0 || network.LookupSize == 0) return new SourcePage([], null);
        if (ids.Count > network.LookupSize) throw new ArgumentException($"At most {network.LookupSize} ids at a time.", nameof(ids));
        List<Mention> there = [];
        List<string> unread = [];
        foreach (var group in ids.GroupBy(network.LookupKind, StringComparer.Ordinal))
        {
            var charges = network.LookupCharges(group.Count());
            if (await network.Ports.Quotas.TakeAsync(charges, cancellation) is { } later)
            {
                throw new SourceException(
                    SourceFailure.Throttled, $"The budget for {network.Name} is used up.", later - network.Ports.Clock.GetUtcNow());
            }

            var found = await AskAsync([.. group], charges, exchange, cancellation);
            there.AddRange(found.Items.Select(i => i.Mention).DistinctBy(m => m.Id));
            unread.AddRange(found.Unread);
        }

        var present = there.Select(m => m.Id).Concat(unread).ToHashSet(StringComparer.Ordinal);
        return new SourcePage([], null) { Updated = there, Deleted = [.. ids.Where(id => !present.Contains(id))] };
    }

    /// <summary>A network that looks up one at a time says "not found" for one that is gone.</summary>
    private async ValueTask<NetworkFound> AskAsync(
        IReadOnlyList<string> ids, IReadOnlyList<QuotaCharge> charges, NetworkExchange exchange, CancellationToken cancellation)
    {
        try
        {
            var found = network.ReadFound(ids, await exchange.SendAsync(c => network.AskForAsync(ids, c), charges, cancellation));
            await exchange.ReturnAsync(charges, new NetworkPage(found.Items, null), cancellation);
            return found;
        }
        catch (SourceException e) when (e.Failure == SourceFailure.Gone && network.LookupSize == 1)
        {
            return new NetworkFound([], []);
        }
    }

    /// <summary>All of them come round once in the interval.</summary>
    private long Next(NetworkCursor state, DateTimeOffset now) =>
        (now + (Every * Math.Min(1.0, (double)network.LookupSize / Math.Max(1, state.Watched.Count)))).ToUnixTimeMilliseconds();
}
