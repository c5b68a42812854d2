using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Crisis.Core.Mentions.Sources.Feed;

/// <summary>From bytes to XML text: the encoding as HTTP and the XML declaration say it, and the commonest errors of feeds mended.</summary>
internal static partial class FeedText
{
    /// <summary>UTF-8 unless a byte-order mark, the Content-Type or the declaration says otherwise (RFC 7303, 3).</summary>
    public static string Decode(NetworkReply reply)
    {
        var bytes = reply.Body.Span;
        var head = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var declared = reply.Content?.ContentType?.CharSet?.Trim('"') ?? (Declared().Match(head) is { Success: true } match ? match.Groups[1].Value : null);
        var encoding = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Find(declared),
        };
        return encoding.GetString(bytes).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
    }

    /// <summary>
    /// Named entities of HTML become characters, characters that XML forbids go, and what stands around the document goes;
    /// older versions of RSS, of which 2.0 is a superset, are taken for it.
    /// Only tried when a feed can't be read as it is.
    /// </summary>
    public static string Repair(string text)
    {
        text = Entity().Replace(text, m => Known(m.Value) ? m.Value : WebUtility.HtmlEncode(WebUtility.HtmlDecode(m.Value)));
        text = LoneAmpersand().Replace(text, "&amp;");
        text = Forbidden().Replace(text, "");
        text = Root().Replace(text, m => $"<rss version=\"2.0\"{Version().Replace(m.Groups[1].Value, "")}>", 1);
        var from = text.IndexOf('<', StringComparison.Ordinal);
        var to = text.LastIndexOf('>');
        return from >= 0 && to > from ? text[from..(to + 1)] : text;
    }

    private static bool Known(string entity) => entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;";

    /// <summary>Older Turkish sites still send windows-1254 or iso-8859-9, which .NET keeps apart.</summary>
    private static Encoding Find(string? name)
    {
        if (string.IsNullOrEmpty(name)) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex("""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declared();

    [GeneratedRegex("<rss((?:\\s[^>]*)?)>")]
    private static partial Regex Root();

    [GeneratedRegex("""\sversion\s*=\s*["'][^"']*["']""")]
    private static partial Regex Version();

    [GeneratedRegex("&[A-Za-z][A-Za-z0-9]{1,30};")]
    private static partial Regex Entity();

    [GeneratedRegex("&(?!#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};)")]
    private static partial Regex LoneAmpersand();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex Forbidden();
}
