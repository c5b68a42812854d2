using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;

namespace Crisis.Functions.Tests.Azure;

/// <summary>The queues of a real Azurite under the contract that SQLite's are held to.</summary>
public sealed class StorageWorkQueueSpecs(TurnedAzurite azurite) : WorkQueueSpecs(new StorageQueueHarness(azurite)), IClassFixture<TurnedAzurite>;

/// <summary>An Azurite whose clock the specs of one class turn.</summary>
public sealed class TurnedAzurite : IAsyncLifetime
{
    internal AzuriteProcess? Process { get; private set; }

    public async ValueTask InitializeAsync() => Process = await AzuriteProcess.StartAsync();

    public ValueTask DisposeAsync()
    {
        Process?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Receives as the Functions host does: what failed or came back for the last time it moves to the queue's <c>-poison</c>.</summary>
internal sealed class StorageQueueHarness : IWorkQueueHarness
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30), Forever = TimeSpan.FromSeconds(-1);
    private readonly AzuriteProcess _azurite;
    private readonly QueueServiceClient _queues;
    private readonly StoragePoison _poison;

    public StorageQueueHarness(TurnedAzurite azurite)
    {
        Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
        _azurite = azurite.Process!;
        _queues = AzuriteServer.QueuesOf(_azurite.Connection);
        _poison = new StoragePoison(_queues);
        Queue = new QueueWorkQueue(_queues);
    }

    public IWorkQueue Queue { get; }

    public async Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int most)
    {
        var client = _queues.GetQueueClient(queue);
        var held = new List<HeldMessage>();
        if (!await client.ExistsAsync()) return held;
        foreach (var message in (await client.ReceiveMessagesAsync(most, Hold)).Value)
        {
            // One whose last holder vanished: the host sees by the count that its tries are used up.
            if (message.DequeueCount > QueueRules.MostTries) await BuryAsync(client, message);
            else held.Add(new HeldMessage(message.Body.ToString(), (int)message.DequeueCount, () => MineAsync(() => client.DeleteMessageAsync(message.MessageId, message.PopReceipt)), () => MineAsync(() => AbandonAsync(client, message))));
        }

        return held;
    }

    public Task PassAsync(TimeSpan time) => _azurite.PassAsync(time);

    public async Task<IReadOnlyList<(string Id, string Body)>> PoisonAsync(string queue)
    {
        var listed = (await _poison.PeekAsync(32)).Where(entry => entry.Queue == queue).Select(entry => entry.Id).ToList();
        if (listed.Count == 0) return [];
        var bodies = (await _queues.GetQueueClient(queue + "-poison").PeekMessagesAsync(32)).Value.ToDictionary(message => message.MessageId, message => message.Body.ToString());
        return [.. listed.Select(id => (id, bodies[id]))];
    }

    public async Task<bool> ReplayAsync(string id)
    {
        var replayed = await _poison.ReplayAsync(new HashSet<string> { id });
        // What was looked through and left comes back after a minute.
        await PassAsync(TimeSpan.FromSeconds(61));
        return replayed.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        await foreach (var queue in _queues.GetQueuesAsync()) await _queues.DeleteQueueAsync(queue.Name);
    }

    // A receipt that somebody else's has replaced is refused: then the message is no longer this holder's.
    private static async Task MineAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RequestFailedException lost) when (lost.Status is 400 or 404)
        {
            lost.ErrorCode.ShouldBeOneOf(QueueErrorCode.PopReceiptMismatch.ToString(), QueueErrorCode.MessageNotFound.ToString());
        }
    }

    private async Task AbandonAsync(QueueClient client, QueueMessage message)
    {
        if (message.DequeueCount >= QueueRules.MostTries) await BuryAsync(client, message);
        else await client.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero);
    }

    private async Task BuryAsync(QueueClient client, QueueMessage message)
    {
        var poison = _queues.GetQueueClient(client.Name + "-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body, timeToLive: Forever);
        await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }
}
