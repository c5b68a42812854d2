using System.Globalization;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Storage;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Tells operations of trouble with the app itself, once an hour for the same trouble. A trouble is noted as told only
/// after it went at least one way: one that could not be sent is sent by the next run. With no way to operations the log
/// and the alert rules must do.
/// </summary>
public sealed class OperationsNotices(OperationsWays ways, IRowStore rows, TimeProvider clock)
{
    public const string TablePrefix = "told";

    public static RetentionClass Retention { get; } = new(
        "told", TablePrefix, TableSpan.Day, TimeSpan.FromDays(7), "Which trouble operations have been told of; needed for an hour, a week helps to see what came before.");

    public async ValueTask TellAsync(IReadOnlyList<string> troubles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(troubles);
        var now = clock.GetUtcNow().UtcDateTime;
        var (table, hour) = (TablePrefix + now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), now.ToString("HH", CultureInfo.InvariantCulture));
        var news = new List<(string Row, string Trouble)>();
        foreach (var trouble in troubles)
        {
            // Numbers change from run to run; the trouble is the same.
            var row = NoticeHash.Of(new string([.. trouble.Where(c => !char.IsAsciiDigit(c))]));
            if (await rows.GetAsync(table, hour, row, cancellation) is null && news.TrueForAll(other => other.Row != row)) news.Add((row, trouble));
        }

        if (news.Count == 0) return;
        var text = new OperationsText($"Crisis.Serverless: {news.Count} troubles", [.. news.Select(one => one.Trouble)], NoticeReason.Operations);
        var told = false;
        foreach (var way in await ways.ListAsync(cancellation)) told |= (await ways.SendAsync(way, text, cancellation)).Status == SendStatus.Accepted;
        if (told) await rows.WriteAsync(table, hour, [.. news.Take(RowRules.MostWrites).Select(one => RowWrite.Upsert(one.Row, one.Trouble))], cancellation);
    }
}
