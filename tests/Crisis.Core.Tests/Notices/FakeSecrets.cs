using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Notices;

internal sealed class FakeSecrets : Dictionary<string, string>, ISecrets
{
    public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => ValueTask.FromResult(TryGetValue(name, out var value) ? value : null);
}
