using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Configuration;

/// <summary>The configuration's files where the host keeps them: a folder, or a blob container.</summary>
public interface IConfigFiles
{
    /// <summary>True where they can be looked at only: the shipped sample.</summary>
    bool ReadOnly => false;

    ValueTask<IReadOnlyList<ConfigFile>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Puts a file in place of what was read. False when it is no longer <paramref name="before"/>: somebody else was faster.</summary>
    ValueTask<bool> WriteAsync(ConfigFile file, string before, CancellationToken cancellation = default);
}
