using Crisis.Core.Storage;
using Crisis.Local.Storage;
using Microsoft.Data.Sqlite;

namespace Crisis.Local.Tests.Storage;

public sealed class SqliteDatabaseSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tags_AfterReopening_AreNewOnes()
    {
        var tag = await Once(async rows => (await rows.WriteAsync("table", "p", [RowWrite.Insert("r", "1")])).ETags[0]);
        await Once(async rows => await rows.WriteAsync("table", "p", [RowWrite.Delete("r"), RowWrite.Insert("s", "1")]));
        var after = await Once(async rows => (await rows.WriteAsync("table", "p", [RowWrite.Insert("r", "1")])).ETags[0]);
        after.ShouldNotBe(tag);
    }

    [Fact]
    public async Task Group_NotYetFull_IsOnDiskAfterDisposing()
    {
        await Once(async rows => await rows.WriteAsync("table", "p", [RowWrite.Insert("r", "1")]), CommitMode.Grouped);
        (await Once(async rows => await rows.GetAsync("table", "p", "r"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Group_OfManyWrites_SharesCommits()
    {
        using var database = SqliteDatabase.Open(_folder.Path, CommitMode.Grouped, TimeProvider.System);
        using var rows = new SqliteRowStore(database);
        for (var i = 0; i < SqliteDatabase.GroupSize; i++) await rows.WriteAsync("table", "p", [RowWrite.Insert($"r{i}", "1")]);
        database.Commits.ShouldBeInRange(1, 50);
        rows.RowsWritten.ShouldBe(SqliteDatabase.GroupSize);
    }

    [Fact]
    public async Task EachWrite_WhenItReturns_IsSeenByAnotherConnection()
    {
        using var database = SqliteDatabase.Open(_folder.Path, CommitMode.EachWrite, TimeProvider.System);
        using var rows = new SqliteRowStore(database);
        await rows.WriteAsync("table", "p", [RowWrite.Insert("r", "1")]);
        (await Once(async other => await other.GetAsync("table", "p", "r"))).ShouldNotBeNull();
        await Once(async other =>
        {
            await other.DropAsync("table");
            return true;
        });
        (await rows.GetAsync("table", "p", "r")).ShouldBeNull();
        (await rows.WriteAsync("table", "p", [RowWrite.Insert("r", "2")])).Written.ShouldBeTrue();
    }

    [Fact]
    public void Open_OfAFileThatIsNoDatabase_SaysWhatToDo()
    {
        File.WriteAllText(Path.Combine(_folder.Path, SqliteDatabase.FileName), new string('x', 5000));
        Should.Throw<StoreException>(() => SqliteDatabase.Open(_folder.Path, CommitMode.EachWrite, TimeProvider.System)).Message.ShouldContain("damaged");
    }

    [Fact]
    public void Open_WhereAFileStandsInTheWay_SaysSo()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        Should.Throw<StoreException>(() => SqliteDatabase.Open(Path.Combine(file, "data"), CommitMode.EachWrite, TimeProvider.System)).Message.ShouldContain("--data");
    }

    [Fact]
    public void Open_OfADatabaseThatAnotherHolds_SaysWho()
    {
        using var held = DataFolderLock.Take(_folder.Path);
        SqliteDatabase.Open(_folder.Path, CommitMode.EachWrite, TimeProvider.System).Dispose();
        using var other = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, SqliteDatabase.FileName)};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        Should.Throw<StoreException>(() => SqliteDatabase.Open(_folder.Path, CommitMode.EachWrite, TimeProvider.System, TimeSpan.FromMilliseconds(20)))
            .Message.ShouldContain($"process {Environment.ProcessId}");
    }

    [Fact]
    public void Lock_OfAFolderInUse_SaysWhoAndIsFreeAfterwards()
    {
        using (DataFolderLock.Take(_folder.Path))
        {
            Should.Throw<StoreException>(() => DataFolderLock.Take(_folder.Path)).Message.ShouldContain($"process {Environment.ProcessId}");
        }

        DataFolderLock.Take(_folder.Path).Dispose();
    }

    private async Task<T> Once<T>(Func<SqliteRowStore, Task<T>> use, CommitMode mode = CommitMode.EachWrite)
    {
        using var database = SqliteDatabase.Open(_folder.Path, mode, TimeProvider.System);
        using var rows = new SqliteRowStore(database);
        return await use(rows);
    }
}
