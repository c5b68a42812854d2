using Crisis.Core.Mentions.Withdrawals;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions;

/// <summary>Erases a person from all mentions that are kept: texts, handle, hash and addresses go, counts stay.</summary>
public sealed class AuthorErasure
{
    private readonly IRowStore _rows;
    private readonly AuthorHash _authors;

    private readonly PostWithdrawal _withdrawal;

    internal AuthorErasure(IRowStore rows, AuthorHash authors, PostWithdrawal withdrawal) => (_rows, _authors, _withdrawal) = (rows, authors, withdrawal);

    /// <param name="author">A native id or a handle, with or without @; of any source.</param>
    /// <param name="progress">Told after each day.</param>
    /// <returns>How many mentions were erased.</returns>
    public async ValueTask<int> EraseAsync(string author, IProgress<ErasureProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var person = new Person(author.Trim(), _authors);
        var tables = await _rows.TablesAsync(MentionTables.Mentions, cancellation);
        // First who it is: a handle leads to the hash of the id, and that to texts under an earlier handle.
        foreach (var table in tables)
        {
            await foreach (var (_, mention) in MentionsAsync(table, cancellation)) person.Learn(mention);
        }

        var erased = 0;
        var natives = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < tables.Count; i++)
        {
            await foreach (var (row, mention) in MentionsAsync(tables[i], cancellation))
            {
                if (!person.Wrote(mention) || !await EraseAsync(tables[i], row, mention, cancellation)) continue;
                erased++;
                if (!natives.TryGetValue(mention.Window.Watch, out var ofWatch)) natives[mention.Window.Watch] = ofWatch = [];
                ofWatch.Add($"{mention.Mention.Source}|{mention.Mention.Id}");
            }

            progress?.Report(new ErasureProgress(i + 1, tables.Count, erased));
        }

        foreach (var (watch, ofWatch) in natives) await _withdrawal.WithdrawAsync(watch, ofWatch, cancellation);
        return erased;
    }

    private async IAsyncEnumerable<(StoredRow, StoredMention)> MentionsAsync(
        string table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var range = RowRange.Prefix(table, "any", MentionTables.MentionPrefix) with { Partition = null };
        await foreach (var row in _rows.AllAsync(range, cancellation)) yield return (row, Read(row));
    }

    private async ValueTask<bool> EraseAsync(string table, StoredRow row, StoredMention mention, CancellationToken cancellation)
    {
        var json = new CompactJson();
        while (true)
        {
            var without = mention.WithoutPerson();
            without = without with { Facets = [.. without.Facets.Where(f => !f.StartsWith(Facet.Impersonation, StringComparison.Ordinal))] };
            if ((await _rows.WriteAsync(table, row.Partition, [RowWrite.Replace(row.Row, MentionBody.Write(json, without), row.ETag)], cancellation)).Written) return true;
            if (await _rows.GetAsync(table, row.Partition, row.Row, cancellation) is not { } changed) return false;
            (row, mention) = (changed, Read(changed));
        }
    }

    private static StoredMention Read(StoredRow row)
    {
        var bar = row.Partition.LastIndexOf('|');
        return MentionBodyReader.Read(new WindowKey(row.Partition[..bar], WindowKey.Parse(row.Partition[(bar + 1)..])), row);
    }

    /// <summary>Everything a person is known by here.</summary>
    private sealed class Person(string name, AuthorHash authors)
    {
        private readonly string _handle = name.TrimStart('@');
        private readonly HashSet<string> _hashes = new(StringComparer.Ordinal);
        private readonly HashSet<string> _sources = new(StringComparer.Ordinal);

        public void Learn(StoredMention mention)
        {
            if (_sources.Add(mention.Mention.Source))
            {
                _hashes.Add(authors.OfId(mention.Mention.Source, name));
                if (_handle.Length > 0) _hashes.Add(authors.OfHandle(mention.Mention.Source, name));
            }

            if (HasHandle(mention) && mention.Mention.Author.Id is { } hash) _hashes.Add(hash);
        }

        public bool Wrote(StoredMention mention) => HasHandle(mention) || (mention.Mention.Author.Id is { } hash && _hashes.Contains(hash));

        private bool HasHandle(StoredMention mention) =>
            mention.Mention.Author.Handle is { } handle && string.Equals(handle.TrimStart('@'), _handle, StringComparison.OrdinalIgnoreCase);
    }
}
