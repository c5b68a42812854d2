using Azure.Storage.Queues;
using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;

namespace Crisis.Functions.Tests.Azure;

/// <summary>The queue of the contract suite. A service's time cannot be turned: what waits for it is tried by visibility times of zero.</summary>
public sealed class StorageQueueSpecs
{
    private readonly QueueServiceClient _queues;
    private readonly QueueWorkQueue _queue;
    private readonly string _name = "q" + Guid.NewGuid().ToString("n")[..20];

    public StorageQueueSpecs()
    {
        Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
        _queues = AzuriteServer.Queues;
        _queue = new QueueWorkQueue(_queues);
    }

    private QueueClient Client => _queues.GetQueueClient(_name);

    [Fact]
    public async Task Message_Sent_IsReceivedAsItWas()
    {
        const string Body = "{\"t\":\"şikâyet 😡 <&>\"}";
        await _queue.SendAsync(_name, Body);
        var message = (await Client.ReceiveMessagesAsync(10)).Value.ShouldHaveSingleItem();
        (message.Body.ToString(), message.DequeueCount).ShouldBe((Body, 1));
        (await Client.ReceiveMessagesAsync(10)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_WhoseHolderVanished_ComesBackAndCountsItsTries()
    {
        await _queue.SendAsync(_name, "x");
        var held = (await Client.ReceiveMessagesAsync(1)).Value[0];
        await Client.UpdateMessageAsync(held.MessageId, held.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        (await Client.ReceiveMessagesAsync(1)).Value.ShouldHaveSingleItem().DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task Message_Delayed_IsNotSeenBeforeAndNeverExpires()
    {
        await _queue.SendAsync(_name, "x", TimeSpan.FromHours(5));
        (await Client.ReceiveMessagesAsync(1)).Value.ShouldBeEmpty();
        (await Client.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
        await _queue.SendAsync(_name, "y");
        (await Client.PeekMessagesAsync(2)).Value.ShouldHaveSingleItem().ExpiresOn!.Value.Year.ShouldBeGreaterThan(2100);
    }

    [Fact]
    public async Task Message_Of48000Bytes_FitsAndOfOneMoreIsRefused()
    {
        var longest = new string('ş', 24_000);
        await _queue.SendAsync(_name, longest);
        (await Client.ReceiveMessagesAsync(1)).Value.ShouldHaveSingleItem().Body.ToString().ShouldBe(longest);
        await Should.ThrowAsync<ArgumentException>(async () => await _queue.SendAsync(_name, longest + "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pulls")]
    [InlineData("a--b")]
    public async Task Queue_OfImpossibleName_IsRefused(string name) => await Should.ThrowAsync<ArgumentException>(async () => await _queue.SendAsync(name, "x"));

    [Fact]
    public async Task Poison_Replayed_GoesBackToItsQueueAndIsGone()
    {
        var poison = _queues.GetQueueClient(QueueNames.Pulls + "-poison");
        await poison.CreateIfNotExistsAsync();
        await _queues.GetQueueClient(QueueNames.Pulls).CreateIfNotExistsAsync();
        foreach (var body in (string[])["one", "two"]) await poison.SendMessageAsync(body, timeToLive: TimeSpan.FromSeconds(-1));
        var door = new StoragePoison(_queues);
        var listed = (await door.PeekAsync(96)).Where(entry => entry.Queue == QueueNames.Pulls).ToList();
        listed.Count.ShouldBe(2);
        (await door.ReplayAsync(new HashSet<string> { listed[1].Id })).ShouldBe([listed[1].Id]);
        (await _queues.GetQueueClient(QueueNames.Pulls).ReceiveMessagesAsync(32)).Value.ShouldHaveSingleItem();
        (await door.CountAsync()).Single(count => count.Queue == QueueNames.Pulls).Count.ShouldBe(1);
        await poison.DeleteAsync();
        (await door.PeekAsync(96)).ShouldNotContain(entry => entry.Queue == QueueNames.Pulls);
    }
}
