using System.Security.Cryptography;
using Crisis.Core.Storage;

namespace Crisis.Local.Storage;

/// <summary>
/// Blobs as plain files of a folder, to be opened with anything. A write goes to a file beside it and is then renamed,
/// so that a reader sees the old or the new content, never a half. The tag is a hash of content and type.
/// </summary>
public sealed class FileBlobStore : IBlobStore
{
    /// <summary>Ends the name of the small file that holds a content type which the name does not tell.</summary>
    private const string TypeEnding = ".$type";

    /// <summary>Begins the name of a file that is not finished.</summary>
    private const string Unfinished = ".$";

    private readonly string _root;
    private readonly bool _durable;

    /// <param name="durable">A write is safe from a power cut when it returns; else only from a killed process.</param>
    /// <exception cref="StoreException">The folder can't be made.</exception>
    public FileBlobStore(string folder, bool durable = true)
    {
        _durable = durable;
        _root = Path.GetFullPath(folder);
        InWords(() => Directory.CreateDirectory(_root));
    }

    public async ValueTask<StoredBlob?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        var path = PathOf(name);
        try
        {
            var content = await File.ReadAllBytesAsync(path, cancellation);
            var type = File.Exists(path + TypeEnding) ? await File.ReadAllTextAsync(path + TypeEnding, cancellation) : TypeOf(name);
            return new StoredBlob(name, content, type, Tag(content, type));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException || Directory.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    public async ValueTask<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default)
    {
        BlobRules.CheckContentType(contentType);
        var path = PathOf(name);
        var folder = Path.GetDirectoryName(path)!;
        var unfinished = Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("n"));
        try
        {
            Directory.CreateDirectory(folder);
            try
            {
                await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
                {
                    await file.WriteAsync(content, cancellation);
                    file.Flush(flushToDisk: _durable);
                }

                if (contentType != TypeOf(name)) await File.WriteAllTextAsync(path + TypeEnding, contentType, cancellation);
                else File.Delete(path + TypeEnding);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }

        return Tag(content.Span, contentType);
    }

    public ValueTask<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var names = InWords(() => Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(_root, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)
                && !n.EndsWith(TypeEnding, StringComparison.Ordinal)
                && !Path.GetFileName(n).StartsWith(Unfinished, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList());
        return new(names);
    }

    public ValueTask DeleteAsync(string name, CancellationToken cancellation = default)
    {
        var path = PathOf(name);
        return new(InWords(() =>
        {
            if (!Directory.Exists(Path.GetDirectoryName(path))) return Task.CompletedTask;
            File.Delete(path);
            File.Delete(path + TypeEnding);
            return Task.CompletedTask;
        }));
    }

    private string PathOf(string name)
    {
        BlobRules.CheckName(name);
        return Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".html" => "text/html; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".yaml" or ".yml" => "application/yaml",
        ".txt" => "text/plain; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static string Tag(ReadOnlySpan<byte> content, string type)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        hash.AppendData(System.Text.Encoding.ASCII.GetBytes("\n" + type));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private T InWords<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    private StoreException Failed(Exception e) =>
        new($"The folder '{_root}' can't be used ({e.Message}). Give this user the right to read and write it, or choose another with --data.", e);
}
