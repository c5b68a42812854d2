using System.Text;

namespace Crisis.Core.Notices.Mails;

/// <summary>
/// The HTML alternative. One column that shrinks to any width, styles inline (many programs drop style sheets),
/// nothing loaded from elsewhere, semantic headings and lists for screen readers, readable in dark mode.
/// </summary>
internal static class MailHtml
{
    private const string Font = "font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif;";

    public static string Render(Notice notice)
    {
        var html = new StringBuilder(8192);
        html.Append("<!doctype html>\n<html lang=\"").Append(notice.Language).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light\">\n<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no\">\n")
            .Append("<title>").Append(Text(notice.Subject)).Append("</title>\n</head>\n")
            .Append("<body lang=\"").Append(notice.Language).Append("\" style=\"margin:0;padding:0;background:#f3f4f6;color:#1f2328;").Append(Font).Append("font-size:16px;line-height:1.5;\">\n")
            .Append("<div role=\"article\" aria-label=\"").Append(Text(notice.Subject)).Append("\" style=\"max-width:600px;margin:0 auto;background:#ffffff;\">\n");
        Head(html, notice);
        Links(html, notice);
        Facts(html, notice);
        Posts(html, notice);
        Foot(html, notice);
        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, Notice notice)
    {
        var (bar, ground) = Colours(notice);
        html.Append("<div style=\"padding:16px;border-top:6px solid ").Append(bar).Append(";background:").Append(ground).Append(";\">\n")
            .Append("<h1 style=\"margin:0;font-size:18px;line-height:1.35;overflow-wrap:anywhere;\">").Append(Text(notice.What)).Append("</h1>\n")
            .Append("<p style=\"margin:8px 0 0;overflow-wrap:anywhere;\">").Append(Text(notice.Ask)).Append("</p>\n");
        foreach (var remark in notice.Remarks) html.Append("<p style=\"margin:8px 0 0;font-weight:bold;\">").Append(Text(remark)).Append("</p>\n");
        html.Append("</div>\n");
    }

    private static void Links(StringBuilder html, Notice notice)
    {
        if (notice.Links.Count == 0) return;
        html.Append("<div style=\"padding:16px 16px 0;\">\n");
        for (var i = 0; i < notice.Links.Count; i++)
        {
            var look = i == 0 ? "background:#0b5cad;color:#ffffff;" : "background:#ffffff;color:#0b5cad;";
            html.Append("<p style=\"margin:0 0 12px;\"><a href=\"").Append(Text(notice.Links[i].Url.AbsoluteUri))
                .Append("\" style=\"display:block;padding:12px 16px;border:2px solid #0b5cad;border-radius:6px;text-align:center;text-decoration:none;font-weight:bold;").Append(look).Append("\">")
                .Append(Text(notice.Links[i].Label)).Append("</a></p>\n");
        }

        html.Append("</div>\n");
    }

    private static void Facts(StringBuilder html, Notice notice)
    {
        if (notice.Facts.Count == 0) return;
        html.Append("<div style=\"padding:8px 16px 0;\">\n");
        Title(html, notice, "notice.facts");
        html.Append("<dl style=\"margin:0;\">\n");
        foreach (var fact in notice.Facts)
        {
            html.Append("<dt style=\"margin:8px 0 0;font-size:14px;color:#57606a;\">").Append(Text(fact.Label)).Append("</dt>\n")
                .Append("<dd style=\"margin:0;overflow-wrap:anywhere;\">").Append(Text(fact.Value)).Append("</dd>\n");
        }

        html.Append("</dl>\n</div>\n");
    }

    private static void Posts(StringBuilder html, Notice notice)
    {
        if (notice.Posts.Count == 0) return;
        html.Append("<div style=\"padding:16px 16px 0;\">\n");
        Title(html, notice, "notice.posts");
        foreach (var post in notice.Posts)
        {
            html.Append("<blockquote style=\"margin:8px 0 0;padding:8px 12px;border-left:4px solid #d0d7de;background:#f6f8fa;overflow-wrap:anywhere;\">")
                .Append(Text(post.Text)).Append("<br><span style=\"font-size:14px;color:#57606a;\">").Append(Text(post.Origin)).Append("</span></blockquote>\n");
        }

        html.Append("</div>\n");
    }

    private static void Foot(StringBuilder html, Notice notice)
    {
        html.Append("<div style=\"padding:16px;\">\n");
        foreach (var line in notice.Foot)
            html.Append("<p style=\"margin:8px 0 0;font-size:14px;color:#57606a;overflow-wrap:anywhere;\">").Append(Text(line)).Append("</p>\n");
        html.Append("</div>\n");
    }

    private static void Title(StringBuilder html, Notice notice, string key) =>
        html.Append("<h2 style=\"margin:8px 0 0;font-size:16px;\">").Append(Text(Language.Texts.Say(notice.Language, key))).Append("</h2>\n");

    // Bar and ground; text on each ground has a contrast over 7:1.
    private static (string Bar, string Ground) Colours(Notice notice) => notice.Reason switch
    {
        NoticeReason.Contained or NoticeReason.Recovered or NoticeReason.Acknowledged or NoticeReason.Closed or NoticeReason.Dismissed => ("#1a7f37", "#eefbf1"),
        NoticeReason.Causes or NoticeReason.ActionDue or NoticeReason.Review or NoticeReason.Report => ("#0b5cad", "#eef5fd"),
        _ => notice.Severity switch { 1 => ("#b3261e", "#fdeeee"), 4 => ("#57606a", "#f3f4f6"), _ => ("#b35900", "#fff6e5") },
    };

    // Only what HTML needs: letters of Turkish stay readable in the source.
    private static string Text(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
}
