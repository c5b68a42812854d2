using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Crisis.Functions.Tests.Azure;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace Crisis.Functions.Tests.Azure;

/// <summary>One real Azurite for all specs; absent where it is not installed.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private AzuriteProcess? _process;

    /// <summary>Why the specs are skipped; null when it runs.</summary>
    public static string? Missing { get; private set; }

    public static string Connection { get; private set; } = "";

    public static TableServiceClient Tables => new(Connection);

    public static QueueServiceClient Queues => QueuesOf(Connection);

    public static BlobServiceClient Blobs => new(Connection);

    public static QueueServiceClient QueuesOf(string connection) => new(connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async ValueTask InitializeAsync()
    {
        _process = await AzuriteProcess.StartAsync();
        (Missing, Connection) = _process is null ? ("Azurite is not installed: run eng/test-tools.", "") : (null, _process.Connection);
        _process?.Forget();
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }
}
