using System.Globalization;

namespace Crisis.Local.Storage;

/// <summary>Keeps a data folder to one running pipeline; let go when disposed, and by the system when the process dies.</summary>
public sealed class DataFolderLock : IDisposable
{
    private const string LockName = "crisis.lock";
    private const string OwnerName = "crisis.owner";
    private readonly FileStream _held;
    private readonly string _owner;

    private DataFolderLock(FileStream held, string owner) => (_held, _owner) = (held, owner);

    /// <summary>Makes the folder when it is missing and takes the lock.</summary>
    /// <exception cref="StoreException">Another process has it, or the folder can't be written.</exception>
    public static DataFolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var owner = Path.Combine(folder, OwnerName);
            FileStream held;
            try
            {
                held = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
            {
                throw new StoreException($"The data folder '{folder}' is in use by {Owner(folder)}. Stop it, or choose another folder with --data.", busy);
            }

            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolderLock(held, owner);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException or (IOException and not StoreException))
        {
            throw new StoreException($"The data folder '{folder}' can't be written ({e.Message}). Give this user the right to, or choose another folder with --data.", e);
        }
    }

    /// <summary>Who holds a folder, as far as it said so: <c>process 1234</c>.</summary>
    internal static string Owner(string folder)
    {
        try
        {
            return "process " + File.ReadAllText(Path.Combine(folder, OwnerName)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    public void Dispose()
    {
        File.Delete(_owner);
        _held.Dispose();
    }
}
