using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources;

public sealed class Secrets(params (string Name, string Value)[] values) : ISecrets
{
    public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) =>
        ValueTask.FromResult<string?>(values.FirstOrDefault(v => v.Name == name).Value);
}
