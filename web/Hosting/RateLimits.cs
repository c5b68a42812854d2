using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Web.Hosting;

/// <summary>
/// Counts what somebody did within an hour, as rows, so that all instances count together: tables <c>limits…</c>, one a
/// day, so that retention drops them whole.
/// </summary>
public sealed class RateLimits(IRowStore store)
{
    public const string TablePrefix = "limits";

    public static RetentionClass Retention { get; } = new(
        "limits", TablePrefix, TableSpan.Day, TimeSpan.FromDays(2), "Counts of an hour, under keyed hashes of callers; a second day covers what is under way at midnight.");

    /// <summary>Counts one more, unless <paramref name="most"/> were counted this hour. False: too many.</summary>
    /// <param name="what">What is limited, such as <c>survey</c>.</param>
    /// <param name="who">For whom: a keyed hash, a person's id, a crisis.</param>
    /// <param name="id">The same id is counted once.</param>
    public async ValueTask<bool> TakeAsync(string what, string who, string id, int most, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var table = TablePrefix + now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var partition = SafeKey.From(string.Create(CultureInfo.InvariantCulture, $"{what}|{now.UtcDateTime:HH}|{who}"));
        if (await store.GetAsync(table, partition, SafeKey.From(id), cancellation) is not null) return true;
        var taken = await store.ReadAsync(new RowRange(table, partition) { Take = most }, cancellation);
        if (taken.Rows.Count >= most) return false;
        await store.WriteAsync(table, partition, [RowWrite.Upsert(SafeKey.From(id), "{}")], cancellation);
        return true;
    }
}
