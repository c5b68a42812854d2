using Crisis.Core.Watching;

namespace Crisis.Web.Tests.Samples;

/// <summary>Nothing is kept elsewhere: the sample's values stand in its configuration.</summary>
public sealed class NoSecrets : ISecrets
{
    public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => new((string?)null);
}
