using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Configuration;

namespace Crisis.Functions.Azure;

/// <summary>The configuration's files as blobs, for the pages that show and change them.</summary>
public sealed class BlobConfigFiles(BlobContainerClient container) : IConfigFiles
{
    public async ValueTask<IReadOnlyList<ConfigFile>> ListAsync(CancellationToken cancellation = default) =>
        await ReadAsync(container, (await StampsAsync(container, cancellation)).Select(blob => blob.Name), cancellation);

    public async ValueTask<bool> WriteAsync(ConfigFile file, string before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var blob = container.GetBlobClient(file.Path);
        try
        {
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
            if (found.Content.ToString() != before) return false;
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = found.Details.ETag }, HttpHeaders = new BlobHttpHeaders { ContentType = "application/yaml" } };
            await blob.UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(file.Content)), options, cancellation);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Names and tags in ordinal order; empty when there is no container.</summary>
    internal static async ValueTask<IReadOnlyList<(string Name, string ETag)>> StampsAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        var all = new List<(string Name, string ETag)>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions(), cancellation))
                if (blob.Name.EndsWith(".yaml", StringComparison.Ordinal) || blob.Name.EndsWith(".yml", StringComparison.Ordinal)) all.Add((blob.Name, blob.Properties.ETag?.ToString() ?? ""));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }

        all.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return all;
    }

    internal static async ValueTask<IReadOnlyList<ConfigFile>> ReadAsync(BlobContainerClient container, IEnumerable<string> names, CancellationToken cancellation)
    {
        var files = new List<ConfigFile>();
        foreach (var name in names)
            files.Add(new ConfigFile(name, (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToString()));
        return files;
    }
}
