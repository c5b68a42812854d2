using Crisis.Core.Mentions.Withdrawals;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// Keeps scored mentions, and windows as the sum of what was written with them. A mention is counted once, in the
/// window it first went to, whatever is delivered again, late, edited or interrupted.
/// </summary>
public sealed class MentionStore
{
    private readonly MentionStoreOptions _options;
    private readonly AuthorHash _authors;
    private readonly MentionPlaces _places;
    private readonly WindowLedger _ledger;
    private readonly WindowWriter _writer;
    private readonly PostWithdrawal _withdrawal;

    public MentionStore(IRowStore rows, MentionStoreOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _authors = new AuthorHash(options.AuthorKey);
        _places = new MentionPlaces(rows);
        _ledger = new WindowLedger(rows, options, time);
        _writer = new WindowWriter(rows, _ledger);
        Windows = new WindowReader(rows, _ledger, time);
        Sealing = new WindowSealing(rows, _ledger);
        Mentions = new MentionReader(rows, _places, Windows);
        _withdrawal = new PostWithdrawal(rows, _places, time);
        Erasure = new AuthorErasure(rows, _authors, _withdrawal);
    }

    /// <summary>Nobody else writes here, so that what was read stays true until it is written from here.</summary>
    internal bool SoleWriter => _options.SoleWriter;

    /// <summary>Reads counts.</summary>
    public WindowReader Windows { get; }

    /// <summary>Reads mentions.</summary>
    public MentionReader Mentions { get; }

    /// <summary>Seals windows; a timer's work.</summary>
    public WindowSealing Sealing { get; }

    /// <summary>Erases a person.</summary>
    public AuthorErasure Erasure { get; }

    /// <summary>Stores a batch. Calling it again with the same batch, also after it failed half-way, changes nothing more.</summary>
    public async ValueTask<StoredBatch> StoreAsync(ScoredBatch batch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var change = new WindowChange();
        var late = 0;
        List<WindowKey> touched = [];
        if (batch.Mentions.Count > 0)
        {
            await _ledger.OpenAsync(batch.Watch, cancellation);
            foreach (var (window, known, mentions) in await GroupAsync(batch, cancellation))
            {
                var stored = await _writer.WriteAsync(window, mentions, known, batch.Rescore, cancellation);
                change += stored;
                if (mentions[0].Late) late += stored.Stored;
                await _ledger.TouchedAsync(window, cancellation);
                if (!touched.Contains(window)) touched.Add(window);
            }

            if (touched.Count > 1) touched.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        var deleted = 0;
        foreach (var native in batch.Deleted)
        {
            if (await TakeAwayAsync(batch.Watch, native, cancellation)) deleted++;
        }

        // Also for those that were gone before: an earlier delivery may have come no further.
        await _withdrawal.WithdrawAsync(batch.Watch, batch.Deleted, cancellation);
        return new StoredBatch(touched, change.Stored, change.Edited, change.Repeated + batch.Intake.Repeats, late, deleted) { Intake = batch.Intake };
    }

    /// <summary>
    /// Takes text and author of a mention away, here and wherever a crisis shows it; its counts stay. False when it was
    /// not there or is gone already.
    /// </summary>
    /// <param name="native"><c>source|id</c>.</param>
    public async ValueTask<bool> DeleteAsync(string watch, string native, CancellationToken cancellation = default)
    {
        var deleted = await TakeAwayAsync(watch, native, cancellation);
        await _withdrawal.WithdrawAsync(watch, [native], cancellation);
        return deleted;
    }

    /// <summary>
    /// Sets the sentiment of a mention as a person sees it; the counts of its window follow. Returns that window, or
    /// null when the mention is not there or says so already.
    /// </summary>
    public async ValueTask<WindowKey?> CorrectAsync(
        string watch, string source, string id, SentimentLabel label, CancellationToken cancellation = default)
    {
        var window = await ChangeAsync(watch, source, id, m => m.Sentiment.Label == label && m.Corrected ? null : m with
        {
            Corrected = true,
            Sentiment = GivenSentiment.Of(label) with { Language = m.Sentiment.Language, Targets = m.Sentiment.Targets },
        }, cancellation);
        if (window is { } changed) await _ledger.TouchedAsync(changed, cancellation);
        return window;
    }

    /// <summary>Forgets where mentions of windows before an instant (UTC) went; part of retention. Returns how many.</summary>
    public ValueTask<int> ForgetPlacesAsync(DateTimeOffset before, CancellationToken cancellation = default) => _places.SweepAsync(before, cancellation);

    private async ValueTask<bool> TakeAwayAsync(string watch, string native, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(native);
        var bar = native.IndexOf('|', StringComparison.Ordinal);
        if (bar <= 0 || bar == native.Length - 1) throw new ArgumentException($"'{native}' is not of the form source|id.", nameof(native));
        return await ChangeAsync(watch, native[..bar], native[(bar + 1)..], m => m.Deleted ? null : m.WithoutPerson(), cancellation) is not null;
    }

    private async ValueTask<WindowKey?> ChangeAsync(
        string watch, string source, string id, Func<StoredMention, StoredMention?> change, CancellationToken cancellation)
    {
        if (await _places.FindAsync(watch, source, id, cancellation) is not { } start) return null;
        await _ledger.OpenAsync(watch, cancellation);
        var window = new WindowKey(watch, start);
        return await _writer.ChangeAsync(window, MentionBody.Key(source, id), change, cancellation) ? window : null;
    }

    /// <summary>The batch by window, those the index knew apart from the new ones.</summary>
    private async ValueTask<List<(WindowKey Window, bool Known, List<StoredMention> Mentions)>> GroupAsync(ScoredBatch batch, CancellationToken cancellation)
    {
        var groups = new List<(WindowKey Window, bool Known, List<StoredMention> Mentions)>();
        foreach (var ofSource in BySource(batch.Mentions))
        {
            var run = new List<(string Id, DateTimeOffset Start)>(ofSource.Count);
            foreach (var scored in ofSource) run.Add((scored.Mention.Id, Detection.WindowCounts.StartOf(scored.Mention.CreatedAt)));
            var places = await _places.PlaceAsync(batch.Watch, ofSource[0].Mention.Source, run, cancellation);
            for (var i = 0; i < places.Length; i++)
                Add(groups, new WindowKey(batch.Watch, places[i].Start), places[i].Known, ofSource[i], batch.ReceivedAt);
        }

        return groups;
    }

    private static IEnumerable<IReadOnlyList<ScoredMention>> BySource(IReadOnlyList<ScoredMention> mentions)
    {
        var source = mentions[0].Mention.Source;
        return mentions.All(m => m.Mention.Source == source) ? [mentions] : mentions.GroupBy(m => m.Mention.Source).Select(g => g.ToList());
    }

    private void Add(
        List<(WindowKey Window, bool Known, List<StoredMention> Mentions)> groups, WindowKey window, bool known, ScoredMention scored, DateTimeOffset received)
    {
        var mention = scored.Mention;
        if (mention.Author.Id is not null || mention.Author.Handle is not null)
            mention = mention with { Author = mention.Author with { Id = _authors.Of(mention.Source, mention.Author) } };
        var stored = new StoredMention(window, mention, scored.Sentiment, scored.Analyser) { Facets = scored.Facets, Late = received > window.End + _options.Grace };
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (groups[i].Known != known || groups[i].Window.Start != window.Start) continue;
            groups[i].Mentions.Add(stored);
            return;
        }

        groups.Add((window, known, [stored]));
    }
}
