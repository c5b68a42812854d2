using Crisis.Core.Notices;

namespace Crisis.Core.Tests.Notices;

internal sealed class FakeSecrets : Dictionary<string, string>, ISecrets
{
    public string? Find(string name) => TryGetValue(name, out var value) ? value : null;
}
