using Crisis.Core.Watching.Configuration;
using Crisis.Web.Configuration;

namespace Crisis.Local.Running;

/// <summary>The sample's files, inside the program: to look at, not to change.</summary>
internal sealed class SampleConfigFiles : IConfigFiles
{
    public bool ReadOnly => true;

    public ValueTask<IReadOnlyList<ConfigFile>> ListAsync(CancellationToken cancellation = default) => ValueTask.FromResult(SampleConfig.Files());

    public ValueTask<bool> WriteAsync(ConfigFile file, string before, CancellationToken cancellation = default) => ValueTask.FromResult(false);
}
