using System.Globalization;
using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Local.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Storage;

public sealed class SqliteWorkQueueSpecs() : WorkQueueSpecs(new SqliteQueueHarness())
{
    private SqliteQueueHarness Local => (SqliteQueueHarness)Harness;

    [Fact]
    public async Task Holder_WhoseTimeIsUp_CanNeitherCompleteNorAbandon()
    {
        await Local.Sqlite.SendAsync(Name, "x");
        var late = (await Local.Sqlite.ReceiveAsync(Name, 1, TimeSpan.FromSeconds(1)))[0];
        await Local.PassAsync(TimeSpan.FromSeconds(2));
        var next = (await Local.Sqlite.ReceiveAsync(Name, 1, TimeSpan.FromSeconds(1)))[0];
        (await Local.Sqlite.CompleteAsync(late)).ShouldBeFalse();
        (await Local.Sqlite.AbandonAsync(late, "late")).ShouldBeFalse();
        (await Local.Sqlite.CompleteAsync(next)).ShouldBeTrue();
    }

    [Fact]
    public async Task Poison_Kept_SaysWhyAndWhereItFailed()
    {
        await Local.Sqlite.SendAsync(Name, "x");
        for (var i = 0; i < 5; i++) await Local.Sqlite.AbandonAsync((await Local.Sqlite.ReceiveAsync(Name, 1, TimeSpan.FromSeconds(1)))[0], "broken");
        var poison = (await Local.Sqlite.PoisonAsync()).ShouldHaveSingleItem();
        (poison.Fault, poison.Tries, poison.Queue).ShouldBe(("broken", 5, Name));
    }

    [Fact]
    public async Task NextSent_WhenAMessageIsSent_IsDone()
    {
        var next = Local.Sqlite.NextSent;
        next.IsCompleted.ShouldBeFalse();
        await Local.Sqlite.SendAsync(Name, "x");
        await next.WaitAsync(TestContext.Current.CancellationToken);
        Local.Sqlite.NextSent.IsCompleted.ShouldBeFalse();
    }

    private sealed class SqliteQueueHarness : IWorkQueueHarness
    {
        private readonly TemporaryFolder _folder = new();
        private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        private readonly SqliteDatabase _database;

        public SqliteQueueHarness()
        {
            _database = SqliteDatabase.Open(_folder.Path, CommitMode.EachWrite, _time);
            Sqlite = new SqliteWorkQueue(_database, _time);
        }

        public SqliteWorkQueue Sqlite { get; }

        public IWorkQueue Queue => Sqlite;

        public async Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int most) =>
            [.. (await Sqlite.ReceiveAsync(queue, most, TimeSpan.FromSeconds(30))).Select(m =>
                new HeldMessage(m.Body, m.Tries, async () => await Sqlite.CompleteAsync(m), async () => await Sqlite.AbandonAsync(m, "failed")))];

        public Task PassAsync(TimeSpan time)
        {
            _time.Advance(time);
            return Task.CompletedTask;
        }

        public async Task<IReadOnlyList<(string Id, string Body)>> PoisonAsync(string queue) =>
            [.. (await Sqlite.PoisonAsync()).Where(m => m.Queue == queue).Select(m => (m.Id.ToString(CultureInfo.InvariantCulture), m.Body))];

        public async Task<bool> ReplayAsync(string id) => await Sqlite.ReplayAsync(long.Parse(id, CultureInfo.InvariantCulture));

        public ValueTask DisposeAsync()
        {
            Sqlite.Dispose();
            _database.Dispose();
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
