namespace Crisis.Local.Tests.Running;

/// <summary>
/// Tells when another process has written into a folder, so that a test looks again when there can be something new,
/// and not by the clock.
/// </summary>
public sealed class FolderChanges : IDisposable
{
    private readonly FileSystemWatcher watcher;
    private readonly SemaphoreSlim changed = new(1, 1);

    /// <param name="folder">Is made when it is not there yet.</param>
    public FolderChanges(string folder)
    {
        Directory.CreateDirectory(folder);
        watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
        watcher.Changed += (_, _) => Note();
        watcher.Created += (_, _) => Note();
        watcher.Error += (_, _) => Note();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Returns when something was written since the last call returned.</summary>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public Task NextAsync(CancellationToken late) => changed.WaitAsync(late);

    /// <summary>Looks after every change until it holds.</summary>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task UntilAsync(Func<Task<bool>> holds, TimeSpan longest)
    {
        using var late = new CancellationTokenSource(longest);
        while (!await holds()) await NextAsync(late.Token);
    }

    public void Dispose()
    {
        watcher.Dispose();
        changed.Dispose();
    }

    private void Note()
    {
        try
        {
            changed.Release();
        }
        catch (Exception known) when (known is SemaphoreFullException or ObjectDisposedException)
        {
            // Something new is known already, or nobody asks any more.
        }
    }
}
