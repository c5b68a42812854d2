using System.Buffers;
using System.Text;

namespace Crisis.Core.Storage;

/// <summary>
/// What every row store demands before it does anything: the stricter of Azure Tables and SQLite. Every implementation
/// calls these, so that nothing works on one machine and fails in the cloud.
/// </summary>
public static class RowRules
{
    /// <summary>Most UTF-16 characters of a partition or row key.</summary>
    public const int LongestKey = 300;

    /// <summary>Most UTF-16 characters of one body.</summary>
    public const int LongestBody = 32_000;

    /// <summary>Most writes of one transaction.</summary>
    public const int MostWrites = 100;

    /// <summary>
    /// Most UTF-16 characters of all bodies of one transaction: Azure takes 4 MiB, and its client may escape one
    /// character into six bytes.
    /// </summary>
    public const int LongestTransaction = 600_000;

    /// <summary>Most rows of one page.</summary>
    public const int MostRows = 1000;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "/\\#?\u007f" + string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)));

    private static readonly SearchValues<char> TableLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>3 to 63 lower-case letters and digits, a letter first: Azure does not tell the case of names apart.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 63 || table.AsSpan().IndexOfAnyExcept(TableLetters) >= 0 || table[0] is < 'a' or > 'z' || table == "tables")
        {
            throw new ArgumentException($"'{table}' is no table name: 3 to 63 lower-case letters and digits, a letter first.", nameof(table));
        }
    }

    /// <summary>A prefix of table names: lower-case letters and digits, may be empty.</summary>
    /// <exception cref="ArgumentException">It can't begin a table name.</exception>
    public static void CheckTablePrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.AsSpan().IndexOfAnyExcept(TableLetters) >= 0)
            throw new ArgumentException($"'{prefix}' can't begin a table name: lower-case letters and digits only.", nameof(prefix));
    }

    /// <summary>
    /// 1 to 300 characters without <c>/ \ # ?</c>, control characters, surrogates (stores order them differently) and
    /// U+FFFE, U+FFFF (the end of a prefix range).
    /// </summary>
    /// <exception cref="ArgumentException">The key breaks that; <see cref="SafeKey"/> makes one that does not.</exception>
    public static void CheckKey(string key, string what)
    {
        ArgumentNullException.ThrowIfNull(key, what);
        if (key.Length is 0 or > LongestKey) throw new ArgumentException($"A {what} key has 1 to {LongestKey} characters, not {key.Length}.", what);
        var wrong = key.AsSpan().IndexOfAny(Forbidden);
        if (wrong < 0 && !Ascii.IsValid(key)) wrong = FirstForbiddenBeyondAscii(key);
        if (wrong >= 0) throw new ArgumentException($"A {what} key can't have the character U+{(int)key[wrong]:X4}; make it with SafeKey.", what);
    }

    /// <summary>A page takes 1 to 1,000 rows; its bounds need not be keys, its partition must.</summary>
    /// <exception cref="ArgumentException">The range breaks the rules.</exception>
    public static void Check(RowRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        CheckTable(range.Table);
        if (range.Partition is not null) CheckKey(range.Partition, "partition");
        if (range.Take is < 1 or > MostRows) throw new ArgumentException($"A page takes 1 to {MostRows} rows, not {range.Take}.", nameof(range));
    }

    /// <exception cref="ArgumentException">A key, a body, the number of writes or a row that comes twice.</exception>
    public static void Check(string table, string partition, IReadOnlyList<RowWrite> writes)
    {
        ArgumentNullException.ThrowIfNull(writes);
        CheckTable(table);
        CheckKey(partition, "partition");
        if (writes.Count is 0 or > MostWrites) throw new ArgumentException($"A transaction has 1 to {MostWrites} writes, not {writes.Count}.", nameof(writes));
        long total = 0;
        var ascending = true;
        for (var i = 0; i < writes.Count; i++)
        {
            var write = writes[i];
            CheckKey(write.Row, "row");
            total += CheckBody(write);
            if (i > 0 && ascending) ascending = string.CompareOrdinal(writes[i - 1].Row, write.Row) < 0;
        }

        if (total > LongestTransaction)
            throw new ArgumentException($"The bodies of a transaction have at most {LongestTransaction} characters together, not {total}.", nameof(writes));
        if (!ascending && FirstRepeat(writes) is { } twice)
            throw new ArgumentException($"Row '{twice}' stands twice in one transaction.", nameof(writes));
    }

    private static int CheckBody(RowWrite write)
    {
        if (write.Kind == RowWriteKind.Delete)
        {
            if (write.Body is not null) throw new ArgumentException($"The deletion of row '{write.Row}' has a body.", nameof(write));
            return 0;
        }

        if (write.Body is null) throw new ArgumentException($"The write of row '{write.Row}' has no body.", nameof(write));
        if (write.Body.Length > LongestBody)
            throw new ArgumentException($"The body of row '{write.Row}' has {write.Body.Length} characters, at most {LongestBody} fit.", nameof(write));
        if (write.Kind == RowWriteKind.Replace && string.IsNullOrEmpty(write.ETag))
            throw new ArgumentException($"The replacement of row '{write.Row}' names no tag.", nameof(write));
        return write.Body.Length;
    }

    private static string? FirstRepeat(IReadOnlyList<RowWrite> writes)
    {
        var seen = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        for (var i = 0; i < writes.Count; i++)
        {
            if (!seen.Add(writes[i].Row)) return writes[i].Row;
        }

        return null;
    }

    private static int FirstForbiddenBeyondAscii(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] is (>= '\u0080' and <= '\u009f') or '\ufffe' or '\uffff' || char.IsSurrogate(key[i])) return i;
        }

        return -1;
    }
}
