namespace Crisis.Core.Mentions.Sources;

/// <summary>One page of one stream: what to ask for, which of the items are new, and how far the stream is read after it.</summary>
internal sealed class StreamWalk
{
    /// <summary>A list this long is not read to its end: something is wrong with its paging.</summary>
    private const int MostPages = 2_000;

    /// <summary>A walk begins again at the top so often without getting any further.</summary>
    private const int MostRestarts = 3;

    /// <summary>Lists are not always quite in order: a walk ends when so many at the page's end are old.</summary>
    private const int OldOnes = 3;

    private readonly Network network;
    private readonly NetworkCursor state;
    private readonly StreamState reading;
    private readonly DateTimeOffset now;
    private readonly DateTimeOffset floor;
    private readonly bool late;

    public StreamWalk(Network network, NetworkStream stream, NetworkCursor state, DateTimeOffset since, DateTimeOffset now)
    {
        (this.network, Stream, this.state, this.now) = (network, stream, state, now);
        reading = state.Of(stream);
        var oldest = now - network.Backfill;
        var wanted = reading.Mark is { } mark ? OverlapOf(mark) : since;
        late = reading is { Mark: not null, Walking: false } && wanted < oldest - network.Overlap;
        floor = wanted < oldest ? oldest : wanted;
    }

    public NetworkStream Stream { get; }

    /// <summary>True when the stream has been read back to its mark.</summary>
    public bool Ended { get; private set; }

    /// <summary>Why the stream could not be read; null when it could.</summary>
    public SourceException? Failure { get; private set; }

    public PageAsk Ask => new(reading.Token, floor, At(reading.Until));

    public SourcePage Take(NetworkPage page)
    {
        foreach (var (key, value) in page.Learned) state.Known[key] = value;
        List<Mention> fresh = [], updated = [];
        foreach (var item in page.Items) Sort(item, fresh, updated);
        if (page.Items.Count > 0)
        {
            reading.Head = Math.Max(reading.Head ?? long.MinValue, page.Items.Max(i => Place(i)));
            var oldest = Math.Min(reading.Oldest ?? long.MaxValue, Place(page.Items[^1]));
            if (oldest < reading.Oldest) reading.Restarts = 0;
            reading.Oldest = oldest;
        }

        reading.Pages++;
        reading.Token = page.Next;
        var before = floor.ToUnixTimeMilliseconds();
        Ended = page.Next is null || reading.Pages >= MostPages
            || (page.Items.Count > 0 && page.Items.TakeLast(OldOnes).All(i => Place(i) < before));
        var faults = Faults(page.Faults);
        if (page.Items.Count == 0 && page.Faults.Count > 0)
            Failure = new SourceException(SourceFailure.Malformed, $"{page.Faults[0].Where}: {page.Faults[0].What}");
        if (Ended) End();
        fresh.Sort((a, b) => a.CreatedAt.CompareTo(b.CreatedAt));
        return new SourcePage(fresh, null) { Updated = updated, Deleted = page.Deleted, Faults = faults };
    }

    /// <summary>A refused page token begins the walk again at the top; any other refusal ends this stream's turn, with a fault.</summary>
    public SourcePage Refused(SourceException e)
    {
        if (reading.Token is not null && e.Failure != SourceFailure.Permission && reading.Restarts < MostRestarts)
        {
            (reading.Token, reading.Until) = (null, reading.Oldest);
            reading.Restarts++;
            return new SourcePage([], null);
        }

        (Ended, Failure) = (true, e);
        (reading.Token, reading.Until, reading.Restarts) = (null, null, 0);
        Rest();
        return new SourcePage([], null) { Faults = [Fault(Stream, e)] };
    }

    public static SourceFault Fault(NetworkStream stream, SourceException e) => new(stream.Name, e.Message, e.Failure switch
    {
        SourceFailure.Credential => "Renew the secret.",
        SourceFailure.Permission => "Grant the credential the missing right, or take this out of the watch.",
        SourceFailure.Gone => "Check the name; take it out of the watch when it is gone for good.",
        SourceFailure.Throttled => "Wait, or ask more rarely: raise 'every'.",
        SourceFailure.Unavailable => "Nothing to do: it will be tried again.",
        _ => "Check the settings against docs/sources.md.",
    });

    private void Sort(NetworkItem item, List<Mention> fresh, List<Mention> updated)
    {
        var hash = RecentIds.Hash(item.Mention.Id);
        var place = Place(item);
        if (state.Seen.Contains(hash) || state.Edge.Contains(hash))
        {
            if (item.EditedAt is { } edited && edited.ToUnixTimeMilliseconds() > (reading.Mark ?? 0)) updated.Add(item.Mention);
            return;
        }

        if (Math.Max(place, item.Mention.CreatedAt.ToUnixTimeMilliseconds()) < floor.ToUnixTimeMilliseconds()) return;
        if (place > reading.Until) return;
        state.Seen.Add(hash, DateTimeOffset.FromUnixTimeMilliseconds(place));
        state.Edge.Add(hash);
        fresh.Add(item.Mention);
    }

    /// <summary>Where an item stands in the list; what claims to be from the future stands at now.</summary>
    private long Place(NetworkItem item) => Math.Min(item.Position.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());

    /// <summary>The overlap ends where nothing is known any more of what was seen.</summary>
    private DateTimeOffset OverlapOf(long mark)
    {
        var from = mark - (long)network.Overlap.TotalMilliseconds;
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(mark, Math.Max(from, state.Seen.Floor * 1000)));
    }

    private void End()
    {
        reading.EndWalk(Math.Max(reading.Head ?? long.MinValue, Math.Max(reading.Mark ?? long.MinValue, floor.ToUnixTimeMilliseconds())));
        Rest();
    }

    private void Rest() => reading.NextAt = Stream.Every > TimeSpan.Zero ? (now + Stream.Every).ToUnixTimeMilliseconds() : null;

    private IReadOnlyList<SourceFault> Faults(IReadOnlyList<SourceFault> faults)
    {
        if (late)
            faults = [.. faults, new(Stream.Name, $"The last pull was so long ago that what is older than {network.Backfill.TotalDays:0.#} days was left out.", "Raise 'backfill' if you need it.")];
        if (reading.Pages >= MostPages)
            faults = [.. faults, new(Stream.Name, $"The list was left after {MostPages} pages.", "Narrow the term.")];
        return faults;
    }

    private static DateTimeOffset? At(long? ms) => ms is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
