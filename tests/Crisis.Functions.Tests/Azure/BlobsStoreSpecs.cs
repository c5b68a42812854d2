using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Functions.Azure;

namespace Crisis.Functions.Tests.Azure;

public sealed class AzureBlobStoreSpecs() : BlobStoreSpecs(new BlobsHarness())
{
    private sealed class BlobsHarness : IBlobStoreHarness
    {
        public BlobsHarness()
        {
            Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
            Blobs = new BlobsStore(AzuriteServer.Blobs.GetBlobContainerClient("b" + Guid.NewGuid().ToString("n")));
        }

        public IBlobStore Blobs { get; }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
