using System.Globalization;
using System.Net;
using System.Security;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources.Feed;

/// <summary>
/// A site with one feed of its last 300 items, RSS 2.0 (rssboard.org/rss-specification) or Atom (RFC 4287), with
/// conditional requests (RFC 9110, 13.1).
/// </summary>
public sealed class FeedServer(FakeTimeProvider clock) : NetworkServer(clock)
{
    public const int Shown = 300;

    public bool Atom { get; set; }

    public bool Conditional { get; set; } = true;

    public Func<HttpResponseMessage>? Instead { get; set; }

    public int NotModified { get; private set; }

    protected override HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (Instead is not null) return Instead();
        var body = Atom ? AtomBody() : RssBody();
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 8))}\"";
        if (Conditional && request.Headers.IfNoneMatch.Any(t => t.Tag == tag))
        {
            NotModified++;
            return new HttpResponseMessage(HttpStatusCode.NotModified);
        }

        var response = Status(HttpStatusCode.OK, body, Atom ? "application/atom+xml" : "application/rss+xml");
        if (Conditional) response.Headers.ETag = new(tag);
        return response;
    }

    private string RssBody()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Haber</title><link>https://haber.example/</link><description>x</description><language>tr-TR</language>""");
        foreach (var p in Posts.TakeLast(Shown).Reverse())
        {
            if (p.Broken) xml.Append("<item><category>x</category></item>");
            else xml.Append(CultureInfo.InvariantCulture, $"""<item><title>{Escape(p.Text)}</title><link>https://haber.example/{p.Number}</link><guid isPermaLink="false">haber-{p.Number}</guid><author>editor@haber.example</author><pubDate>{p.At:R}</pubDate></item>""");
        }

        return xml.Append("</channel></rss>").ToString();
    }

    private string AtomBody()
    {
        var xml = new StringBuilder("""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Haber</title><id>urn:x:haber</id><updated>2026-03-02T00:00:00Z</updated>""");
        foreach (var p in Posts.TakeLast(Shown).Reverse())
        {
            if (p.Broken) xml.Append("<entry><category term=\"x\"/></entry>");
            else xml.Append(CultureInfo.InvariantCulture, $"""<entry><id>urn:x:haber:{p.Number}</id><title type="html">{Escape(Escape(p.Text))}</title><link href="https://haber.example/{p.Number}"/><author><name>{p.Author}</name></author><published>{p.At:O}</published><updated>{p.EditedAt ?? p.At:O}</updated></entry>""");
        }

        return xml.Append("</feed>").ToString();
    }

    /// <summary>XML text; what XML cannot carry at all is left out.</summary>
    private static string Escape(string text) =>
        SecurityElement.Escape(new string([.. text.Where(c => c is '\n' or >= ' ')]))!;
}
