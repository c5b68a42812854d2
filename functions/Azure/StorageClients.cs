using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Crisis.Functions.Hosting;

namespace Crisis.Functions.Azure;

/// <summary>
/// The storage account's three services, by managed identity (<c>AzureWebJobsStorage__accountName</c>) or, for local
/// development only, by a connection string (<c>AzureWebJobsStorage</c>).
/// </summary>
public sealed class StorageClients
{
    // A message is text of a queue trigger that expects Base64, see host.json.
    private static readonly QueueClientOptions QueueOptions = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    public StorageClients(AppSettings settings, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.StorageConnection is { } connection)
        {
            Tables = new TableServiceClient(connection);
            Queues = new QueueServiceClient(connection, QueueOptions);
            Blobs = new BlobServiceClient(connection);
            return;
        }

        Tables = new TableServiceClient(settings.StorageUri("table"), credential);
        Queues = new QueueServiceClient(settings.StorageUri("queue"), credential, QueueOptions);
        Blobs = new BlobServiceClient(settings.StorageUri("blob"), credential);
    }

    public TableServiceClient Tables { get; }

    public QueueServiceClient Queues { get; }

    public BlobServiceClient Blobs { get; }
}
