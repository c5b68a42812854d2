using Crisis.Web.Hosting;

namespace Crisis.Web.Outbox;

/// <summary>The outbox folder as pages see it.</summary>
internal static class OutboxFiles
{
    public static IEnumerable<string> In(PageSettings settings) =>
        settings.OutboxFolder is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.eml").Select(f => System.IO.Path.GetFileNameWithoutExtension(f)).OrderDescending(StringComparer.Ordinal)
            : [];

    /// <summary>One of the folder's own files, or null: never a path from outside.</summary>
    public static string? Find(PageSettings settings, string name) =>
        settings.OutboxFolder is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).FirstOrDefault(f => System.IO.Path.GetFileName(f).Equals(name, StringComparison.Ordinal))
            : null;
}
