using System.Globalization;
using System.Text;
using Crisis.Core.Language;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>One self-contained HTML file: nothing is loaded, nothing runs, every text is encoded.</summary>
internal static class ReportHtml
{
    /// <summary>A table with more columns stands as one card a row on a phone.</summary>
    private const int MostColumns = 4;

    public static string Render(ReportDocument document, Wording words)
    {
        var html = new StringBuilder(64 * 1024);
        html.Append("<!doctype html>\n<html lang=\"").Append(Text(document.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<title>").Append(Text(document.Title)).Append("</title>\n<style>\n").Append(ReportStyle.Sheet.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n")
            .Append("<header>\n<h1>").Append(Text(document.Title)).Append("</h1>\n");
        Contents(html, document, words);
        html.Append("</header>\n<main>\n");
        foreach (var section in document.Sections)
        {
            html.Append("<section aria-labelledby=\"").Append(section.Id).Append("\">\n<h2 id=\"").Append(section.Id).Append("\">").Append(Text(section.Title)).Append("</h2>\n");
            foreach (var block in section.Blocks) Block(html, block, words);
            html.Append("</section>\n");
        }

        return html.Append("</main>\n<footer><p>").Append(Text(document.Foot)).Append("</p></footer>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Only what HTML needs: letters of Turkish stay readable in the source.</summary>
    internal static string Text(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': encoded.Append("&amp;"); break;
                case '<': encoded.Append("&lt;"); break;
                case '>': encoded.Append("&gt;"); break;
                case '"': encoded.Append("&quot;"); break;
                case '\'': encoded.Append("&#39;"); break;
                default:
                    if (c is '\n' or '\t' || !char.IsControl(c)) encoded.Append(c);
                    break;
            }
        }

        return encoded.ToString();
    }

    private static void Contents(StringBuilder html, ReportDocument document, Wording words)
    {
        html.Append("<nav aria-label=\"").Append(Text(words.Say("report.contents"))).Append("\"><ul>\n");
        foreach (var section in document.Sections) html.Append("<li><a href=\"#").Append(section.Id).Append("\">").Append(Text(section.Title)).Append("</a></li>\n");
        html.Append("</ul></nav>\n");
    }

    private static void Block(StringBuilder html, ReportBlock block, Wording words)
    {
        switch (block)
        {
            case ReportParagraph paragraph:
                html.Append(paragraph.Strong ? "<p class=\"strong\">" : "<p>").Append(Text(paragraph.Text)).Append("</p>\n");
                break;
            case ReportHeading heading:
                html.Append("<h3>").Append(Text(heading.Text)).Append("</h3>\n");
                break;
            case ReportFacts facts:
                html.Append("<dl>\n");
                foreach (var (label, value) in facts.Facts) html.Append("<dt>").Append(Text(label)).Append("</dt><dd>").Append(Text(value)).Append("</dd>\n");
                html.Append("</dl>\n");
                break;
            case ReportBullets bullets:
                html.Append("<ul>\n");
                foreach (var item in bullets.Items) html.Append("<li>").Append(Text(item)).Append("</li>\n");
                html.Append("</ul>\n");
                break;
            case ReportTable table:
                Table(html, table);
                break;
            case ReportQuote quote:
                html.Append("<blockquote><p>").Append(Text(quote.Text)).Append("</p><span class=\"quiet\">").Append(Text(quote.Origin));
                if (quote.Url is { } url) html.Append(" · <a href=\"").Append(Text(url)).Append("\" rel=\"noopener noreferrer nofollow\">").Append(Text(words.Say("report.open-post"))).Append("</a>");
                html.Append("</span></blockquote>\n");
                break;
            case ReportVerbatim verbatim:
                html.Append("<p class=\"quiet\">").Append(Text(verbatim.Title)).Append("</p>\n<pre lang=\"").Append(Text(verbatim.Language)).Append("\">").Append(Text(verbatim.Text)).Append("</pre>\n");
                break;
            case ReportBars bars:
                Bars(html, bars);
                break;
            case ReportChart chart:
                ReportChartSvg.Render(html, chart, words);
                break;
            default:
                throw new InvalidOperationException($"No rule for {block.GetType().Name}.");
        }
    }

    private static void Bars(StringBuilder html, ReportBars bars)
    {
        html.Append("<table class=\"bars\">\n<caption>").Append(Text(bars.Caption)).Append("</caption>\n<thead><tr><th scope=\"col\">").Append(Text(bars.Head[0])).Append("</th><th scope=\"col\" colspan=\"2\">").Append(Text(bars.Head[1])).Append("</th></tr></thead>\n<tbody>\n");
        foreach (var (label, share, text) in bars.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Text(label)).Append("</th><td><svg viewBox=\"0 0 100 8\" height=\"14\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"bar\" width=\"100\" height=\"8\"/><rect class=\"bar-neg\" width=\"")
                .Append((100 * (share ?? 0)).ToString("0.#", CultureInfo.InvariantCulture)).Append("\" height=\"8\"/></svg></td><td>").Append(Text(text)).Append("</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Table(StringBuilder html, ReportTable table)
    {
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Text(table.Caption)).Append(table.Head.Count > MostColumns ? "\"><table class=\"wide\">\n<caption>" : "\"><table>\n<caption>").Append(Text(table.Caption)).Append("</caption>\n<thead><tr>");
        foreach (var cell in table.Head) html.Append("<th scope=\"col\">").Append(Text(cell)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++) html.Append(i == 0 ? "<th scope=\"row\">" : $"<td data-head=\"{Text(table.Head[i])}\">").Append(Text(row[i])).Append(i == 0 ? "</th>" : "</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }
}
