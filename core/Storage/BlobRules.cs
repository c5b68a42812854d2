using System.Buffers;

namespace Crisis.Core.Storage;

/// <summary>What every blob store demands of names: they are blobs on Azure and files on a disk.</summary>
public static class BlobRules
{
    public const int LongestName = 400;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.@+,=()!~ ");

    /// <summary>
    /// 1 to 400 characters in segments parted by <c>/</c>; a segment is plain ASCII, does not begin or end with a dot
    /// or space (so that no <c>..</c> climbs out of the folder) and is not empty.
    /// </summary>
    /// <exception cref="ArgumentException">The name breaks that.</exception>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > LongestName) throw new ArgumentException($"A blob name has 1 to {LongestName} characters, not {name.Length}.", nameof(name));
        foreach (var part in name.AsSpan().Split('/'))
        {
            var segment = name.AsSpan(part);
            if (segment.Length is 0 or > 200 || segment.IndexOfAnyExcept(Plain) >= 0 || segment[0] is '.' or ' ' || segment[^1] is '.' or ' ')
                throw new ArgumentException($"'{name}' is no blob name: plain segments parted by '/', none empty, none that begins or ends with a dot or space.", nameof(name));
        }
    }

    /// <exception cref="ArgumentException">The content type can't stand in a header.</exception>
    public static void CheckContentType(string contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        if (contentType.Any(c => c is < ' ' or > '~')) throw new ArgumentException("A content type is plain ASCII.", nameof(contentType));
    }
}
