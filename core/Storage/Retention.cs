using System.Globalization;

namespace Crisis.Core.Storage;

/// <summary>Drops tables whose whole time is older than their class allows. Idempotent.</summary>
public sealed class Retention(IRowStore rows, IReadOnlyList<RetentionClass> classes)
{
    public IReadOnlyList<RetentionClass> Classes { get; } = classes;

    /// <param name="now">UTC.</param>
    public async ValueTask<RetentionReport> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        List<string> dropped = [];
        foreach (var @class in Classes)
        {
            foreach (var table in await rows.TablesAsync(@class.TablePrefix, cancellation))
            {
                // A table of another class may begin with the same letters; its end is no date then, and it stays.
                if (End(table[@class.TablePrefix.Length..], @class.Span) is not { } end || end > now - @class.Age) continue;
                await rows.DropAsync(table, cancellation);
                dropped.Add(table);
            }
        }

        return new RetentionReport(dropped, 0);
    }

    private static DateTimeOffset? End(string ending, TableSpan span)
    {
        var format = span == TableSpan.Day ? "yyyyMMdd" : "yyyyMM";
        if (!DateTime.TryParseExact(ending, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)) return null;
        return new DateTimeOffset(span == TableSpan.Day ? begin.AddDays(1) : begin.AddMonths(1), TimeSpan.Zero);
    }
}
