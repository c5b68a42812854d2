namespace Crisis.Web.Tests.Samples;

/// <summary>Nothing is kept elsewhere: the sample's values stand in its configuration.</summary>
public sealed class NoSecrets : Core.Watching.ISecrets
{
    public ValueTask<string?> FindAsync(string name, CancellationToken cancellation = default) => ValueTask.FromResult<string?>(null);
}
