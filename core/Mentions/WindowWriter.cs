using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>
/// Writes mentions of one window together with what they add to its counts, each part in one transaction: so a window
/// is the sum of its partial counts whatever happens in between. New mentions are inserted unseen; only when one is
/// there already is it read, and replaced if the source changed it.
/// </summary>
internal sealed class WindowWriter(IRowStore rows, WindowLedger ledger)
{
    /// <summary>One place of a transaction is for the partial counts.</summary>
    private const int MostMentions = RowRules.MostWrites - 1;

    private const int MostCharacters = RowRules.LongestTransaction - RowRules.LongestBody;
    private const int MostTurns = 20;

    /// <param name="known">The index had these before, so that they are most likely there.</param>
    /// <param name="rescore">The sentiment of these mentions replaces the stored one even when their text is the same.</param>
    public async ValueTask<WindowChange> WriteAsync(
        WindowKey window, IReadOnlyList<StoredMention> mentions, bool known, bool rescore, CancellationToken cancellation)
    {
        var json = new CompactJson();
        string table = window.MentionTable, partition = window.Partition;
        var change = new WindowChange();
        for (var at = 0; at < mentions.Count;)
        {
            var writes = new List<RowWrite>(Math.Min(MostMentions, mentions.Count - at) + 1);
            var partial = new WindowTally();
            var (from, characters) = (at, 0);
            for (; at < mentions.Count && writes.Count < MostMentions; at++)
            {
                var mention = mentions[at];
                var body = MentionBody.Write(json, mention);
                if ((characters += body.Length) > MostCharacters && writes.Count > 0) break;
                writes.Add(RowWrite.Insert(MentionBody.Key(mention.Mention.Source, mention.Mention.Id), body));
                if (!known) partial.Add(mention);
            }

            if (!known)
            {
                writes.Add(RowWrite.Insert(PartialKey(writes[0]), WindowTallyJson.Write(json, partial)));
                if ((await rows.WriteAsync(table, partition, writes, cancellation)).Written)
                {
                    await ledger.CountedAsync(window, partial, cancellation);
                    change = change with { Stored = change.Stored + at - from };
                    continue;
                }

                writes.RemoveAt(writes.Count - 1);
            }

            change += await MergeAsync(window, [.. mentions.Skip(from).Take(at - from)], writes, rescore, cancellation);
        }

        return change;
    }

    /// <summary>Changes one stored mention; the change returns null to leave it as it is. False when it is not there or was left.</summary>
    public async ValueTask<bool> ChangeAsync(WindowKey window, string row, Func<StoredMention, StoredMention?> change, CancellationToken cancellation)
    {
        var json = new CompactJson();
        for (var turn = 0; turn < MostTurns; turn++)
        {
            if (await rows.GetAsync(window.MentionTable, window.Partition, row, cancellation) is not { } old) return false;
            var before = MentionBodyReader.Read(window, old);
            if (change(before) is not { } after) return false;
            var partial = new WindowTally();
            partial.Add(before, -1);
            partial.Add(after);
            var write = RowWrite.Replace(row, MentionBody.Write(json, after), old.ETag);
            if (await TryAsync(window, [write], partial, json, cancellation)) return true;
        }

        throw Restless(window);
    }

    private async ValueTask<WindowChange> MergeAsync(
        WindowKey window, StoredMention[] mentions, List<RowWrite> inserts, bool rescore, CancellationToken cancellation)
    {
        var json = new CompactJson();
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var there = await RowLookup.FindAsync(rows, window.MentionTable, window.Partition, inserts.ConvertAll(w => w.Row), cancellation);
            var writes = new List<RowWrite>(inserts.Count + 1);
            var partial = new WindowTally();
            var stored = 0;
            for (var i = 0; i < mentions.Length; i++)
            {
                if (!there.TryGetValue(inserts[i].Row, out var old))
                {
                    writes.Add(inserts[i]);
                    partial.Add(mentions[i]);
                    stored++;
                    continue;
                }

                var before = MentionBodyReader.Read(window, old);
                if (MentionEdit.Apply(before, mentions[i], rescore) is not { } after) continue;
                writes.Add(RowWrite.Replace(old.Row, MentionBody.Write(json, after), old.ETag));
                partial.Add(before, -1);
                partial.Add(after);
            }

            var change = new WindowChange(stored, writes.Count - stored, mentions.Length - writes.Count);
            if (writes.Count == 0 || await TryAsync(window, writes, partial, json, cancellation)) return change;
        }

        throw Restless(window);
    }

    private async ValueTask<bool> TryAsync(WindowKey window, List<RowWrite> writes, WindowTally partial, CompactJson json, CancellationToken cancellation)
    {
        if (!partial.IsZero) writes.Add(RowWrite.Insert(PartialKey(writes[0]), WindowTallyJson.Write(json, partial)));
        if (!(await rows.WriteAsync(window.MentionTable, window.Partition, writes, cancellation)).Written) return false;
        if (!partial.IsZero) await ledger.CountedAsync(window, partial, cancellation);
        return true;
    }

    /// <summary>
    /// A mention is inserted once, and one version of it replaced once: so the first write of a transaction names its
    /// partial counts as no other does.
    /// </summary>
    private static string PartialKey(RowWrite first)
    {
        var mention = first.Row.AsSpan(MentionTables.MentionPrefix.Length);
        return first.Kind == RowWriteKind.Insert
            ? $"{MentionTables.PartialPrefix}{mention}"
            : $"{MentionTables.PartialPrefix}={SafeKey.From(first.ETag!)}|{mention}";
    }

    private static InvalidOperationException Restless(WindowKey window) =>
        new($"Window {window.Row} of '{window.Watch}' changed {MostTurns} times while it was written.");
}
