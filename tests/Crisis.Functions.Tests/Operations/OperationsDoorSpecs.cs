using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Queues;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;
using Crisis.Functions.Operations;
using Crisis.Functions.Tests.Azure;
using Crisis.Functions.Tests.Hosting;
using Crisis.Functions.Tests.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Crisis.Functions.Tests.Operations;

public sealed class OperationsDoorSpecs
{
    [Theory]
    [InlineData(null, 401)]
    [InlineData("wrong", 401)]
    public async Task Caller_WithoutTheKey_IsTurnedAway(string? key, int status)
    {
        using var app = new AppBench();
        (await CallAsync(app.Get<OperationsDoor>(), "POST", "/erase", key, "{\"author\":\"@eve\"}")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Door_WithoutAKeyInTheVault_IsNone()
    {
        foreach (var value in (string[])["", "@Microsoft.KeyVault(SecretUri=https://v.example/secrets/operations-key)"])
        {
            using var app = new AppBench(("CRISIS_SECRET_OPERATIONS_KEY", value));
            (await CallAsync(app.Get<OperationsDoor>(), "POST", "/erase", value, "{\"author\":\"@eve\"}")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task Person_Erased_IsGoneAndStaysCounted()
    {
        using var app = new AppBench();
        await app.Get<IMentionBatches>().SendAsync(app.Storm());
        await app.DrainAsync();
        var (status, answer) = await CallAsync(app.Get<OperationsDoor>(), "POST", "/erase", Key, "{\"author\":\"@a7\"}");
        (status, answer.GetProperty("erased").GetInt32()).ShouldBe((200, 1));
        var erased = (await app.Get<MentionStore>().Mentions.FindAsync("kuzey", "push", "s7"))!;
        (erased.Deleted, erased.Mention.Text, erased.Mention.Author.Handle).ShouldBe((true, "", null));
        (await app.Get<MentionStore>().Windows.ReadAsync("kuzey", AppBench.Begin.AddMinutes(-5), AppBench.Begin.AddMinutes(5), default)).Sum(window => window.Mentions).ShouldBe(40);
    }

    [Theory]
    [InlineData("POST", "/erase", "{}", 400)]
    [InlineData("POST", "/erase", "not json", 400)]
    [InlineData("GET", "/erase", "", 404)]
    [InlineData("POST", "/other", "{}", 404)]
    public async Task Request_ThatMakesNoSense_ChangesNothing(string method, string path, string body, int status)
    {
        using var app = new AppBench();
        (await CallAsync(app.Get<OperationsDoor>(), method, path, Key, body)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Poison_ListedAndReplayed_ComesBackToItsQueue()
    {
        Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
        using var app = new AppBench();
        var queues = AzuriteServer.Queues;
        var (poison, back) = (queues.GetQueueClient(QueueNames.Escalations + "-poison"), queues.GetQueueClient(QueueNames.Escalations));
        await poison.CreateIfNotExistsAsync();
        await back.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("lost", timeToLive: TimeSpan.FromSeconds(-1));
        var door = new OperationsDoor(app.Get<Crisis.Functions.Hosting.AppSecrets>(), [new StoragePoison(queues)], app.Get<MentionStore>());
        var (_, listed) = await CallAsync(door, "GET", "/poison", Key, "");
        var id = listed.EnumerateArray().Single(entry => entry.GetProperty("queue").GetString() == QueueNames.Escalations).GetProperty("id").GetString()!;
        var (_, replayed) = await CallAsync(door, "POST", "/poison/replay", Key, $$"""{"ids":["{{id}}"]}""");
        replayed.GetProperty("replayed").EnumerateArray().Single().GetString().ShouldBe(id);
        (await back.ReceiveMessagesAsync(32)).Value.ShouldHaveSingleItem().Body.ToString().ShouldBe("lost");
    }

    [Fact]
    public async Task DeadLetters_ListedAndReplayed_AreAskedForAtTheSameDoor()
    {
        using var app = new AppBench();
        var bus = new EscalationBus();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("{}") { MessageId = "e1" });
        bus.GiveUp(bus.Waiting.Single(), AppBench.Begin);
        var door = new OperationsDoor(app.Get<Crisis.Functions.Hosting.AppSecrets>(), [new ServiceBusDeadLetters(bus.Dead, bus.Sender, app.Clock)], app.Get<MentionStore>());
        var (_, listed) = await CallAsync(door, "GET", "/poison", Key, "");
        var entry = listed.EnumerateArray().ShouldHaveSingleItem();
        (entry.GetProperty("id").GetString(), entry.GetProperty("queue").GetString()).ShouldBe(("escalations-1", QueueNames.Escalations));
        entry.GetProperty("why").GetString()!.ShouldStartWith("MaxDeliveryCountExceeded");
        var (_, replayed) = await CallAsync(door, "POST", "/poison/replay", Key, "{}");
        replayed.GetProperty("replayed").EnumerateArray().Select(id => id.GetString()).ShouldBe(["escalations-1"]);
    }

    [Theory]
    [InlineData("queue", 1)]
    [InlineData("service-bus", 2)]
    public void FailedMessages_OfEveryTransport_AreKnownToBoardAndDoor(string transport, int sorts)
    {
        using var app = new AppBench(("Crisis__Escalations", transport), ("ServiceBus__fullyQualifiedNamespace", "sb.example"));
        app.Get<IEnumerable<IFailedMessages>>().Count().ShouldBe(sorts);
        app.Get<IEnumerable<Crisis.Web.Board.IPoisonMessages>>().ShouldBe(app.Get<IEnumerable<IFailedMessages>>());
    }

    private static string Key => Sample.Values["CRISIS_SECRET_OPERATIONS_KEY"];

    private static async Task<(int Status, JsonElement Answer)> CallAsync(OperationsDoor door, string method, string path, string? key, string body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = OperationsDoor.Path + path;
        if (key is not null) context.Request.Headers[OperationsDoor.KeyHeader] = key;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        OperationsDoor.Is(context.Request).ShouldBeTrue();
        await door.HandleAsync(context);
        return (context.Response.StatusCode, answer.Length == 0 ? default : JsonDocument.Parse(answer.ToArray()).RootElement);
    }
}
