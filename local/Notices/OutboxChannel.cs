using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Cards;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Response;

namespace Crisis.Local.Notices;

/// <summary>
/// Puts every message into a folder where one can look at it, as mail (<c>.eml</c>, <c>.html</c>) and as card
/// (<c>.json</c>), with a list in <c>index.html</c>. A repeat of a notice overwrites its files.
/// </summary>
/// <param name="folder">Null where nobody will look: messages are made, as ever, but not kept.</param>
public sealed partial class OutboxChannel(string? folder, MailSender from) : INoticeChannel, IDisposable
{
    private const int MostListed = 200;

    private readonly SemaphoreSlim _one = new(1, 1);

    // Newest first, as far as the list goes; read from the folder once, by the first message.
    private SortedSet<string>? _listed;

    public string Type => "outbox";

    public async ValueTask<SendOutcome> SendAsync(Notice notice, NoticeAddress address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(address);
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var mail = NoticeMail.Render(notice, Reader(address), from);
            var card = NoticeCard.Render(notice);
            if (folder is null) return SendOutcome.Accepted;
            Directory.CreateDirectory(folder);
            var name = FileName(notice);
            await WriteAsync(folder, name + ".eml", mail.ToString(), cancellation).ConfigureAwait(false);
            await WriteAsync(folder, name + ".html", mail.HtmlBody ?? "", cancellation).ConfigureAwait(false);
            await WriteAsync(folder, name + ".card.json", card, cancellation).ConfigureAwait(false);
            await WriteAsync(folder, "index.html", Index(folder, name), cancellation).ConfigureAwait(false);
            return SendOutcome.Accepted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome(SendStatus.Unavailable, $"The outbox folder cannot be written: {fault.Message}");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Such as <c>20260302-121500 first ayse 3fK…</c>: in order of time, readable, unique by the notice's id.</summary>
    private static string FileName(Notice notice)
    {
        var to = Unsafe().Replace(notice.Recipient[(notice.Recipient.IndexOf(':', StringComparison.Ordinal) + 1)..], "-");
        return string.Create(CultureInfo.InvariantCulture, $"{notice.At:yyyyMMdd-HHmmss} {NoticeComposer.Slug(notice.Reason)} {to} {NoticeHash.Of(notice.Id)[..8]}");
    }

    private static Person Reader(NoticeAddress address)
    {
        var person = address.Person ?? new Person { Id = address.Channel, Name = address.Channel };
        return person.Email is null ? person with { Email = $"{Unsafe().Replace(person.Id, "-")}@outbox.invalid" } : person;
    }

    // Written beside and renamed, so that nobody reads half a file.
    private static async ValueTask WriteAsync(string folder, string name, string content, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path + ".part", content, new UTF8Encoding(false), cancellation).ConfigureAwait(false);
        File.Move(path + ".part", path, overwrite: true);
    }

    private string Index(string folder, string added)
    {
        _listed ??= new SortedSet<string>(Directory.EnumerateFiles(folder, "*.eml").Select(path => Path.GetFileNameWithoutExtension(path)!), Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)));
        _listed.Add(added);
        while (_listed.Count > MostListed) _listed.Remove(_listed.Max!);
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Outbox</title></head>\n<body style=\"font-family:sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem\">\n<h1>Outbox</h1>\n<ul>\n");
        foreach (var name in _listed)
        {
            var link = Uri.EscapeDataString(name);
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{link}.html\">{WebUtility.HtmlEncode(name)}</a> (<a href=\"{link}.eml\">mail</a>, <a href=\"{link}.card.json\">card</a>)</li>\n");
        }

        return html.Append("</ul>\n</body></html>\n").ToString();
    }

    [GeneratedRegex(@"[^A-Za-z0-9._\-]+")]
    private static partial Regex Unsafe();
}
