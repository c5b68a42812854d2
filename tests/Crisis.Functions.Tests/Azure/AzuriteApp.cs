using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Watching;
using Crisis.Functions.Azure;
using Crisis.Functions.Hosting;
using Crisis.Functions.Operations;
using Crisis.Functions.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crisis.Functions.Tests.Azure;

/// <summary>The app over a real Azurite, every request to it counted.</summary>
internal sealed class AzuriteApp : IDisposable
{
    private readonly QueueServiceClient _queues;
    private readonly OwnQueue _redirect;

    public AzuriteApp()
    {
        Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
        var tables = new TableServiceClient(AzuriteServer.Connection, Counted(new TableClientOptions()));
        _queues = new QueueServiceClient(AzuriteServer.Connection, Counted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }));
        var blobs = new BlobServiceClient(AzuriteServer.Connection, Counted(new BlobClientOptions()));
        var own = _redirect = new OwnQueue(new QueueWorkQueue(_queues));
        App = new AppBench(services =>
        {
            services.AddSingleton<IConfigSource>(new ScriptedConfig(AppBench.Config with { Watches = new Dictionary<string, Watch> { [Watch] = AppBench.Config.Watches["kuzey"] with { Id = Watch } } }));
            // What speaks to the services directly, such as the watchdog's checks, is counted too.
            services.AddSingleton(new StorageQueues(_queues));
            services.RemoveAll<IFailedMessages>().AddSingleton<IFailedMessages>(new StoragePoison(_queues));
            services.AddSingleton<IRowStore>(new TablesRowStore(tables));
            services.AddSingleton<IWorkQueue>(new TracedQueue(own));
            services.AddSingleton<IBlobStore>(new BlobsStore(blobs.GetBlobContainerClient("crisis")));
        });
    }

    public AppBench App { get; }

    /// <summary>A watch of its own: all specs share one Azurite.</summary>
    public string Watch { get; } = "w" + Guid.NewGuid().ToString("n")[..12];


    public CountingPolicy Requests { get; } = new();

    /// <summary>Has the batches that wait handled, as the host does: a page at a time, deleted when done. Returns how many.</summary>
    public async Task<int> DrainAsync(int atOnce = 1)
    {
        var client = _queues.GetQueueClient(_redirect.Name);
        var done = 0;
        while (await client.ReceiveMessagesAsync(Math.Max(8, atOnce), TimeSpan.FromMinutes(10)) is { Value: { Length: > 0 } messages })
        {
            await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (message, stop) =>
            {
                await App.HandleAsync(QueueNames.Mentions, message.Body.ToString());
                await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
            });
            done += messages.Length;
        }

        return done;
    }

    public void Dispose() => App.Dispose();

    private T Counted<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(Requests, HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class OwnQueue(IWorkQueue queue) : IWorkQueue
    {
        public string Name { get; } = "m" + Guid.NewGuid().ToString("n")[..12];

        public ValueTask SendAsync(string name, string body, TimeSpan delay = default, CancellationToken cancellation = default) =>
            queue.SendAsync(name == QueueNames.Mentions ? Name : name, body, delay, cancellation);
    }
}
