using System.Globalization;
using System.Text;
using Crisis.Core.Watching.Configuration;
using Crisis.Web.Configuration;

namespace Crisis.Local.Watching;

/// <summary>
/// The files of a configuration folder, for the pages that show and change them. A file is written beside itself and
/// moved into place, so that nobody reads half of it; the version before is kept under <c>.history</c>.
/// </summary>
public sealed class FolderConfigFiles(DirectoryInfo folder, TimeProvider clock) : IConfigFiles, IDisposable
{
    private static readonly UTF8Encoding Plain = new(false);

    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    public ValueTask<IReadOnlyList<ConfigFile>> ListAsync(CancellationToken cancellation = default) => ValueTask.FromResult(ConfigFolder.Read(folder));

    public async ValueTask<bool> WriteAsync(ConfigFile file, string before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        await _one.WaitAsync(cancellation);
        try
        {
            // Only what is there is changed: a path that leads elsewhere is none of the folder's.
            if (ConfigFolder.Read(folder).FirstOrDefault(f => f.Path == file.Path) is not { } there || there.Content != before) return false;
            var target = Path.Combine(folder.FullName, file.Path.Replace('/', Path.DirectorySeparatorChar));
            var kept = Path.Combine(folder.FullName, ".history", file.Path.Replace('/', Path.DirectorySeparatorChar) + "." + clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Copy(target, kept, overwrite: true);
            var fresh = target + ".new";
            // From here on it is finished: a half-written file would stay beside the other.
            await File.WriteAllTextAsync(fresh, file.Content, Plain, CancellationToken.None);
            File.Move(fresh, target, overwrite: true);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }
}
