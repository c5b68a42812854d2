using Crisis.Core.Storage;

namespace Crisis.Local.Storage;

/// <summary>
/// The work queue on SQLite: a received message is invisible for a while, comes back when it was not completed, and is
/// poison after <see cref="QueueRules.MostTries"/> tries. Poison stays until it is replayed or removed.
/// </summary>
public sealed class SqliteWorkQueue : IWorkQueue, IDisposable
{
    private const string Columns = "id,queue,body,tries,receipt,sent,fault";
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;
    private readonly SqliteStatement _send, _due, _take, _bury, _complete, _abandon, _count, _poison, _replay;
    private TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="database">Shared with the row store; not disposed by this queue.</param>
    public SqliteWorkQueue(SqliteDatabase database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        (_database, _time) = (database, time);
        database.Change(cleansUp: true, () =>
        {
            using var table = database.Prepare(
                "CREATE TABLE IF NOT EXISTS queue_messages(id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, tries INTEGER NOT NULL, receipt INTEGER NOT NULL, sent INTEGER NOT NULL, visible INTEGER NOT NULL, poison INTEGER NOT NULL, fault TEXT NOT NULL)");
            table.Run();
            using var index = database.Prepare("CREATE INDEX IF NOT EXISTS queue_due ON queue_messages(queue,poison,visible,id)");
            index.Run();
            return true;
        });
        _send = database.Prepare("INSERT INTO queue_messages(queue,body,tries,receipt,sent,visible,poison,fault) VALUES(?1,?2,0,0,?3,?4,0,'')");
        _due = database.Prepare($"SELECT {Columns} FROM queue_messages WHERE queue=?1 AND poison=0 AND visible<=?2 ORDER BY visible,id LIMIT ?3");
        _take = database.Prepare("UPDATE queue_messages SET tries=tries+1,receipt=?2,visible=?3 WHERE id=?1");
        _bury = database.Prepare("UPDATE queue_messages SET poison=1,receipt=0 WHERE id=?1");
        _complete = database.Prepare("DELETE FROM queue_messages WHERE id=?1 AND receipt=?2");
        _abandon = database.Prepare("UPDATE queue_messages SET visible=?3,receipt=0,poison=tries>=?4,fault=?5 WHERE id=?1 AND receipt=?2");
        _count = database.Prepare("SELECT count(*) FROM queue_messages WHERE queue=?1 AND poison=0");
        _poison = database.Prepare($"SELECT {Columns} FROM queue_messages WHERE poison=1 ORDER BY id");
        _replay = database.Prepare("UPDATE queue_messages SET poison=0,tries=0,visible=?2,fault='' WHERE id=?1 AND poison=1");
    }

    public ValueTask SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        QueueRules.Check(queue, body, delay);
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        _database.Change(cleansUp: true, () =>
        {
            _send.Bind(1, queue);
            _send.Bind(2, body);
            _send.Bind(3, now);
            _send.Bind(4, now + delay.Ticks);
            return _send.Run() == 1;
        });
        Interlocked.Exchange(ref _sent, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return default;
    }

    /// <summary>Up to <paramref name="most"/> visible messages, longest visible first; none is given to anybody else for the time said.</summary>
    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan invisible, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(invisible, TimeSpan.Zero);
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        List<QueueMessage> taken = [];
        _database.Change(cleansUp: false, () =>
        {
            _due.Bind(1, queue);
            _due.Bind(2, now);
            _due.Bind(3, most);
            foreach (var message in Rows(_due))
            {
                // Its last holder died without a word, for the last time that is allowed.
                if (message.Tries >= QueueRules.MostTries)
                {
                    _bury.Bind(1, message.Id);
                    _bury.Run();
                    continue;
                }

                var receipt = _database.NewTag();
                _take.Bind(1, message.Id);
                _take.Bind(2, receipt);
                _take.Bind(3, now + invisible.Ticks);
                _take.Run();
                taken.Add(message with { Tries = message.Tries + 1, Receipt = receipt });
            }

            return true;
        });
        return new(taken);
    }

    /// <summary>Takes a handled message away. False when the holder's time was up and somebody else has it.</summary>
    public ValueTask<bool> CompleteAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(_database.Change(cleansUp: true, () =>
        {
            _complete.Bind(1, message.Id);
            _complete.Bind(2, message.Receipt);
            return _complete.Run() == 1;
        }));
    }

    /// <summary>Gives a message back, to be tried again after the delay, or as poison when it has been tried often enough.</summary>
    public ValueTask<bool> AbandonAsync(QueueMessage message, string fault, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(fault);
        var visible = Now + delay.Ticks;
        return new(_database.Change(cleansUp: true, () =>
        {
            _abandon.Bind(1, message.Id);
            _abandon.Bind(2, message.Receipt);
            _abandon.Bind(3, visible);
            _abandon.Bind(4, QueueRules.MostTries);
            _abandon.Bind(5, fault);
            return _abandon.Run() == 1;
        }));
    }

    /// <summary>How many messages wait or are being handled, poison not included.</summary>
    public ValueTask<int> CountAsync(string queue, CancellationToken cancellation = default) => new(_database.Read(() =>
    {
        _count.Bind(1, queue);
        _count.Step();
        var count = (int)_count.Number(0);
        _count.Reset();
        return count;
    }));

    /// <summary>All poison messages, oldest first.</summary>
    public ValueTask<IReadOnlyList<QueueMessage>> PoisonAsync(CancellationToken cancellation = default) =>
        new(_database.Read<IReadOnlyList<QueueMessage>>(() => Rows(_poison)));

    /// <summary>Puts a poison message back into its queue with all its tries. False when there is none of this id.</summary>
    public ValueTask<bool> ReplayAsync(long id, CancellationToken cancellation = default)
    {
        var now = Now;
        var replayed = _database.Change(cleansUp: true, () =>
        {
            _replay.Bind(1, id);
            _replay.Bind(2, now);
            return _replay.Run() == 1;
        });
        if (replayed) Interlocked.Exchange(ref _sent, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return new(replayed);
    }

    /// <summary>Done when this process sends the next message (to any queue): ask for it before receiving, await it after an empty hand.</summary>
    public Task NextSent => Volatile.Read(ref _sent).Task;

    public void Dispose() => _database.Read(() =>
    {
        foreach (var s in new[] { _send, _due, _take, _bury, _complete, _abandon, _count, _poison, _replay }) s.Dispose();
        return true;
    });

    private long Now => _time.GetUtcNow().UtcTicks;

    private static List<QueueMessage> Rows(SqliteStatement query)
    {
        var rows = new List<QueueMessage>();
        while (query.Step())
        {
            var fault = query.Text(6);
            rows.Add(new QueueMessage(
                query.Number(0), query.Text(1), query.Text(2), (int)query.Number(3), query.Number(4), new DateTimeOffset(query.Number(5), TimeSpan.Zero))
            {
                Fault = fault.Length == 0 ? null : fault,
            });
        }

        query.Reset();
        return rows;
    }
}
