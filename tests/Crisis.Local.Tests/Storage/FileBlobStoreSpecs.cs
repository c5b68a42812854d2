using Crisis.Contracts;
using Crisis.Core.Storage;
using Crisis.Local.Storage;

namespace Crisis.Local.Tests.Storage;

public sealed class FileBlobStoreSpecs() : BlobStoreSpecs(new Harness())
{
    private sealed class Harness : IBlobStoreHarness
    {
        private readonly TemporaryFolder _folder = new();

        public Harness() => Blobs = new FileBlobStore(_folder.Path);

        public IBlobStore Blobs { get; }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
