namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// Reads any <see cref="Network"/>: round after round through its streams, one request a call, each stream newest first
/// back to where it was read last, with an overlap, and at the end of a round what matters is looked up again. Every
/// call's outcome stands in the cursor, so it can be broken off between any two calls.
/// </summary>
public sealed class NetworkSource(Network network) : IMentionSource, ISourceProbe, IMentionRefresh, IMentionListener
{
    /// <summary>The place in a round behind all streams.</summary>
    private const string Lookup = "lookup";

    private readonly NetworkExchange exchange = new(network);
    private readonly NetworkLookup lookup = new(network);

    public int LookupSize => network.LookupSize;

    public bool Listens => network.Listens;

    public TimeSpan LookupEvery => network.LookupEvery;

    public bool Knows(string id) => network.Knows(id);

    public async ValueTask<SourcePage> PullAsync(string? cursor, DateTimeOffset since, CancellationToken cancellation = default)
    {
        var state = NetworkCursor.Read(cursor);
        var now = network.Ports.Clock.GetUtcNow();
        var streams = Open(state);
        DateTimeOffset? blocked = null;
        for (var i = IndexOf(state, streams); i < streams.Count; i++)
        {
            var stream = streams[i];
            var reading = state.Of(stream);
            state.At = NetworkCursor.KeyOf(stream);
            if (reading.NextAt is { } next && next > now.ToUnixTimeMilliseconds()) continue;
            var charges = network.Charges(stream);
            if (await network.Ports.Quotas.TakeAsync(charges, cancellation) is { } later)
            {
                blocked = blocked < later ? blocked : later;
                continue;
            }

            var walk = new StreamWalk(network, stream, state, since, now);
            var page = await AskAsync(walk, charges, streams.Count == 1, cancellation);
            return Turn(state, streams, i, walk, page);
        }

        var settled = await lookup.PullAsync(state, exchange, now, cancellation);
        if (state is { Bad: > 0, Good: 0 }) settled = settled with { Failure = NothingReadable(state) };
        var idle = state is { Bad: 0, Good: 0 };
        EndRound(state, streams);
        return settled with { Cursor = state.Write(), NotBefore = idle ? blocked : null };
    }

    public async ValueTask<IReadOnlyList<SourceFault>> ProbeAsync(CancellationToken cancellation = default)
    {
        var faults = new List<SourceFault>();
        var state = new NetworkCursor();
        var now = network.Ports.Clock.GetUtcNow();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        for (var more = true; more;)
        {
            more = false;
            foreach (var stream in network.Streams(state.Known))
            {
                if (!tried.Add(stream.Key)) continue;
                try
                {
                    var page = await exchange.AskAsync(stream, new PageAsk(null, now.AddHours(-1), null), network.Charges(stream), cancellation);
                    foreach (var (key, value) in page.Learned) state.Known[key] = value;
                    faults.AddRange(page.Faults);
                    more |= page.Learned.Count > 0;
                }
                catch (SourceException e)
                {
                    faults.Add(StreamWalk.Fault(stream, e));
                    if (e.Failure is SourceFailure.Credential or SourceFailure.Throttled or SourceFailure.Unavailable) return faults;
                }
            }
        }

        return faults;
    }

    public Task ListenAsync(Func<SourcePage, CancellationToken, ValueTask> told, CancellationToken cancellation) =>
        network.ListenAsync(told, cancellation);

    public ValueTask<SourcePage> RefreshAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default) =>
        lookup.RefreshAsync(exchange, ids, cancellation);

    /// <summary>A stream that is refused for good doesn't stop the others: it becomes a fault, unless it is the only one.</summary>
    private async ValueTask<SourcePage> AskAsync(
        StreamWalk walk, IReadOnlyList<QuotaCharge> charges, bool only, CancellationToken cancellation)
    {
        try
        {
            var page = await exchange.AskAsync(walk.Stream, walk.Ask, charges, cancellation);
            return walk.Take(page);
        }
        catch (SourceException e) when (e.Failure is SourceFailure.Gone or SourceFailure.Permission or SourceFailure.Malformed)
        {
            var page = walk.Refused(e);
            if (only && walk.Ended) throw;
            return page;
        }
    }

    /// <summary>What follows a page: the same stream's next page, or the next stream, or the lookup.</summary>
    private SourcePage Turn(NetworkCursor state, IReadOnlyList<NetworkStream> streams, int index, StreamWalk walk, SourcePage page)
    {
        lookup.Watch(state, page.Mentions);
        if (!walk.Ended) return page with { Cursor = state.Write(), More = true };
        state.Edge.Clear();
        if (walk.Failure is not { } failure) state.Good++;
        else (state.Bad, state.Why, state.WhyKind) = (state.Bad + 1, failure.Message, failure.Failure);

        // What was just learned may have put a stream in the place of the one that taught it.
        var done = streams[index].Key;
        streams = Open(state);
        var next = index < streams.Count && streams[index].Key == done ? index + 1 : index;
        state.At = next < streams.Count ? NetworkCursor.KeyOf(streams[next]) : Lookup;
        var more = next < streams.Count || lookup.IsDue(state, network.Ports.Clock.GetUtcNow()) || state is { Bad: > 0, Good: 0 };
        if (!more) EndRound(state, streams);
        return page with { Cursor = state.Write(), More = more };
    }

    private IReadOnlyList<NetworkStream> Open(NetworkCursor state) =>
        [.. network.Streams(state.Known).Where(s => !s.Once || !state.Known.ContainsKey(s.Key))];

    private static int IndexOf(NetworkCursor state, IReadOnlyList<NetworkStream> streams)
    {
        if (state.At is null) return 0;
        if (state.At == Lookup) return streams.Count;
        for (var i = 0; i < streams.Count; i++)
        {
            if (NetworkCursor.KeyOf(streams[i]) == state.At) return i;
        }

        return 0;
    }

    private static void EndRound(NetworkCursor state, IReadOnlyList<NetworkStream> streams)
    {
        state.Keep(streams);
        (state.At, state.Bad, state.Good, state.Why, state.WhyKind) = (null, 0, 0, null, null);
    }

    private SourceException NothingReadable(NetworkCursor state) => new(
        state.WhyKind ?? SourceFailure.Malformed,
        $"No list of {network.Name} could be read. The last one: {state.Why} All of them are asked by crisis check --online.");
}
