using Crisis.Web.Hosting;
using MimeKit;
using MimeKit.Utils;

namespace Crisis.Web.Outbox;

/// <summary>The outbox folder as pages see it.</summary>
internal static class OutboxFiles
{
    public static IEnumerable<string> In(PageSettings settings) =>
        settings.OutboxFolder is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.eml").Select(f => System.IO.Path.GetFileNameWithoutExtension(f)).OrderDescending(StringComparer.Ordinal)
            : [];

    /// <summary>The newest messages by the heads of their mails.</summary>
    public static IReadOnlyList<OutboxMessage> Newest(PageSettings settings, int most) => [.. In(settings).Take(most).Select(name => Read(settings.OutboxFolder!, name))];

    /// <summary>One of the folder's own files, or null: never a path from outside.</summary>
    public static string? Find(PageSettings settings, string name) =>
        settings.OutboxFolder is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).FirstOrDefault(f => System.IO.Path.GetFileName(f).Equals(name, StringComparison.Ordinal))
            : null;

    private static OutboxMessage Read(string folder, string name)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(folder, name + ".eml"));
        var head = HeaderList.Load(file);
        DateUtils.TryParse(head[HeaderId.Date] ?? "", out var at);
        var to = head[HeaderId.To] is { } list && InternetAddressList.TryParse(list, out var people) ? string.Join(", ", people.Select(one => one is MailboxAddress { Name: null or "" } box ? box.Address : one.Name)) : "";
        return new OutboxMessage(name, head[HeaderId.Subject] ?? name, to, at);
    }
}
