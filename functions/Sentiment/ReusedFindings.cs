using System.Collections.Concurrent;
using System.Globalization;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;

namespace Crisis.Functions.Sentiment;

/// <summary>
/// Findings of texts that were paid for lately, shared by all instances: copies and reposts cost nothing. Each instance
/// keeps them in memory and reads only what others wrote since it last looked; a text is claimed before it is paid for, so
/// that two instances never pay for the same one. Tables by day: <c>findings…</c>, partitions <c>log</c> (packed
/// findings in order of time) and <c>claims</c> (a row a text).
/// </summary>
public sealed class ReusedFindings(IRowStore rows, TimeProvider clock)
{
    public const string TablePrefix = "findings";

    /// <summary>For so long a finding is reused: wording comes and goes with a day, and the service's model may change.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public static RetentionClass Retention { get; } = new(
        "findings", TablePrefix, TableSpan.Day, TimeSpan.FromDays(2), "Judgements of texts by their hash are reused for a day; a second one covers what is under way at midnight.");

    private const string Log = "log", Claims = "claims";
    private const int Most = 200_000;

    /// <summary>Whoever claimed a text and was not heard of for so long has died.</summary>
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(10);

    /// <summary>Clocks differ, and a row may become visible after a later one: looked at again this far back.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, KnownFinding> _known = new(StringComparer.Ordinal);
    private DateTimeOffset? _readTo;

    /// <summary>The finding, when this instance knows one that is fresh.</summary>
    public TextSentiment? Find(TextToScore text) =>
        _known.TryGetValue(TextKey.Of(text), out var known) && clock.GetUtcNow() - known.At < Life ? known.Finding : null;

    /// <summary>Takes in what other instances paid for since the last look: one read as a rule.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var from = _readTo ?? now - Life;
        for (var day = from.UtcDateTime.Date; day <= now.UtcDateTime.Date; day = day.AddDays(1))
        {
            await foreach (var row in rows.AllAsync(new RowRange(Table(day), Log) { From = Stamp(from) }, cancellation))
            {
                foreach (var known in PackedFindings.Read(row.Body)) Keep(known);
            }
        }

        _readTo = now - Overlap;
    }

    /// <summary>
    /// Claims texts for this instance: which of them (as places in the list) nobody else is paying for. With
    /// transactions of a hundred a claim costs next to nothing beside what it saves.
    /// </summary>
    public async ValueTask<IReadOnlyList<int>> ClaimAsync(IReadOnlyList<TextToScore> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var now = clock.GetUtcNow();
        var claimed = new List<int>(texts.Count);
        foreach (var some in Enumerable.Range(0, texts.Count).DistinctBy(i => TextKey.Of(texts[i])).Chunk(RowRules.MostWrites))
        {
            List<(int Place, RowWrite Write)> wanted = [.. some.Select(i => (i, RowWrite.Insert(TextKey.Of(texts[i]), Stamp(now))))];
            while (wanted.Count > 0 && await TakenAsync(wanted, now, cancellation) is { } taken)
            {
                // A claim that is there is another's, unless who made it has died.
                if (await TakeOverAsync(wanted[taken].Write.Row, now, cancellation) is { } over) wanted[taken] = (wanted[taken].Place, over);
                else wanted.RemoveAt(taken);
            }

            claimed.AddRange(wanted.Select(w => w.Place));
        }

        return claimed;
    }

    /// <summary>Keeps what was paid for, here and for the others.</summary>
    public async ValueTask ShareAsync(IReadOnlyList<(TextToScore Text, TextSentiment Finding)> paid, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paid);
        if (paid.Count == 0) return;
        var now = clock.GetUtcNow();
        List<KnownFinding> known = [.. paid.Select(p => new KnownFinding(TextKey.Of(p.Text), p.Finding, now))];
        foreach (var one in known) Keep(one);
        var number = 0;
        var writes = PackedFindings.Write(known).Select(body => RowWrite.Insert($"{Stamp(now)}|{Guid.NewGuid():n}|{number++.ToString(CultureInfo.InvariantCulture)}", body));
        // A transaction has room for many full rows, as far as its bytes go.
        foreach (var some in writes.Chunk(RowRules.LongestTransaction / RowRules.LongestBody)) await rows.WriteAsync(Table(now.UtcDateTime.Date), Log, some, cancellation);
    }

    private async ValueTask<int?> TakenAsync(List<(int Place, RowWrite Write)> wanted, DateTimeOffset now, CancellationToken cancellation) =>
        (await rows.WriteAsync(Table(now.UtcDateTime.Date), Claims, [.. wanted.Select(w => w.Write)], cancellation)).Conflict;

    private async ValueTask<RowWrite?> TakeOverAsync(string key, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await rows.GetAsync(Table(now.UtcDateTime.Date), Claims, key, cancellation) is not { } row) return RowWrite.Insert(key, Stamp(now));
        var at = new DateTimeOffset(long.Parse(row.Body, NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return now - at >= Dead ? RowWrite.Replace(key, Stamp(now), row.ETag) : null;
    }

    private void Keep(KnownFinding known)
    {
        if (_known.Count >= Most) Forget();
        _known[known.Key] = known;
    }

    private void Forget()
    {
        var oldest = clock.GetUtcNow() - Life;
        foreach (var (key, known) in _known)
            if (known.At < oldest) _known.TryRemove(key, out _);
        if (_known.Count >= Most) _known.Clear();
    }

    private static string Table(DateTime day) => TablePrefix + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Stamp(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
