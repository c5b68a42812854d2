using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Local.Storage;

namespace Crisis.Local.Tests.Running;

/// <summary>Looks into the data folder of a running (or dead) program.</summary>
public sealed class PlayedCrisis(string data) : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.Open(data, CommitMode.EachWrite, TimeProvider.System);
    private SqliteRowStore? rows;

    private SqliteRowStore Rows => rows ??= new SqliteRowStore(database);

    public async Task<IReadOnlyList<CrisisSummary>> AllAsync() => await new CrisisTable(Rows).ListAsync();

    public async Task<CrisisState> StateAsync(string crisis) => (await new CrisisTable(Rows).FindAsync(crisis)).ShouldNotBeNull();

    public async Task<CrisisState?> NewestAsync() => await AllAsync() is [var newest, ..] ? await StateAsync(newest.Id) : null;

    /// <summary>Whether everything that it owes was carried out.</summary>
    public async Task<bool> IsQuietAsync(string crisis) => (await new CrisisTable(Rows).LoadAsync(crisis)) is { Pending.Count: 0 };

    public async Task<IReadOnlyList<CrisisEvent>> LinesAsync(string crisis) => await new Timeline(Rows).ReadAsync(crisis);

    public async Task<IReadOnlyList<NoticeDelivery>> NoticesAsync(string crisis) => await new NoticeLog(Rows).OfCrisisAsync(crisis);

    /// <summary>The place of the sample's story, null before the first was noted.</summary>
    public async Task<string?> ToldAsync() => (await Rows.GetAsync("sample", "kuzey", "told"))?.Body;

    public async Task<bool> HasReportAsync(CrisisState crisis) =>
        await new FileBlobStore(Path.Combine(data, "blobs")).ReadAsync(ReportBlobs.Name(crisis.Id, crisis.Aftermath.ReportVersion, "html")) is not null;

    public void Dispose()
    {
        rows?.Dispose();
        database.Dispose();
    }
}
