using System.Globalization;
using Crisis.Core.Storage;

namespace Crisis.Web.Configuration;

/// <summary>The audit trail of the configuration, newest first: table <c>configlog</c>.</summary>
public sealed class ConfigChanges(IRowStore store)
{
    private const string Partition = "all";

    /// <summary>A row holds 32,000 characters; of a longer file the beginning is kept.</summary>
    private const int MostBefore = 12_000;

    private readonly JsonRows<ConfigChange> _rows = new(store, "configlog");

    public async ValueTask AddAsync(string file, string before, string after, string by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Lines(before), Lines(after));
        var left = (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
        var change = new ConfigChange(
            $"{left}|{file}", at, by, file, now.Except(old).Count(), old.Except(now).Count(), before.Length > MostBefore ? before[..MostBefore] : before);
        await _rows.InsertAsync(Partition, change.Id, change, cancellation);
    }

    public async ValueTask<IReadOnlyList<ConfigChange>> ListAsync(int take, CancellationToken cancellation = default)
    {
        var page = await store.ReadAsync(new RowRange("configlog", Partition) { Take = take }, cancellation);
        return [.. page.Rows.Select(r => System.Text.Json.JsonSerializer.Deserialize<ConfigChange>(r.Body, Core.CrisisJson.Options)!)];
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)];
}
