using System.Globalization;
using System.Text.Json;
using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>
/// Everything that people and the system did in a crisis, one row a line, numbered from 0: table <c>timeline</c>, a
/// partition per crisis. The number is the key, so that writing a line twice leaves one.
/// </summary>
public sealed class Timeline(IRowStore store)
{
    private const string Table = "timeline";

    /// <summary>Writes lines; the first has the number <paramref name="first"/>.</summary>
    public async ValueTask AppendAsync(string crisis, int first, IReadOnlyList<CrisisEvent> lines, CancellationToken cancellation = default)
    {
        var number = first;
        foreach (var some in lines.Chunk(100))
        {
            RowWrite[] writes = [.. some.Select(line => RowWrite.Upsert(Row(number++), JsonSerializer.Serialize(line, CrisisJson.Options)))];
            await store.WriteAsync(Table, SafeKey.From(crisis), writes, cancellation);
        }
    }

    /// <summary>Lines in order, from the number <paramref name="from"/>, at most <paramref name="take"/> (1,000 at most).</summary>
    public async ValueTask<IReadOnlyList<CrisisEvent>> ReadAsync(string crisis, int from = 0, int take = 1000, CancellationToken cancellation = default)
    {
        var lines = new List<CrisisEvent>();
        var range = new RowRange(Table, SafeKey.From(crisis)) { From = Row(from), Take = Math.Min(take, 1000) };
        await foreach (var row in store.AllAsync(range, cancellation))
        {
            lines.Add(JsonSerializer.Deserialize<CrisisEvent>(row.Body, CrisisJson.Options)!);
            if (lines.Count == take) break;
        }

        return lines;
    }

    private static string Row(int number) => number.ToString("D7", CultureInfo.InvariantCulture);
}
