using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Crisis.Core.Storage;

namespace Crisis.Functions.Azure;

/// <summary>Blobs of one container, which is made when it is first written to.</summary>
public sealed class BlobsStore(BlobContainerClient container) : IBlobStore
{
    public async ValueTask<StoredBlob?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        BlobRules.CheckName(name);
        try
        {
            var found = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            return new StoredBlob(name, found.Content.ToMemory(), found.Details.ContentType, found.Details.ETag.ToString());
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async ValueTask<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default)
    {
        BlobRules.CheckName(name);
        BlobRules.CheckContentType(contentType);
        var blob = container.GetBlobClient(name);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        try
        {
            return (await blob.UploadAsync(new BinaryData(content), options, cancellation)).Value.ETag.ToString();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return (await blob.UploadAsync(new BinaryData(content), options, cancellation)).Value.ETag.ToString();
        }
    }

    public async ValueTask<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var names = new List<string>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation)) names.Add(blob.Name);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    public async ValueTask DeleteAsync(string name, CancellationToken cancellation = default)
    {
        BlobRules.CheckName(name);
        try
        {
            await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Not even the container is there.
        }
    }
}
