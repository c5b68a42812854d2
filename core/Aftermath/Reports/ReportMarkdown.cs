using System.Text;
using Crisis.Core.Language;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>The same report as Markdown: for wikis, tickets and version control. Texts cannot become markup.</summary>
internal static class ReportMarkdown
{
    public static string Render(ReportDocument document, Wording words)
    {
        var text = new StringBuilder(32 * 1024);
        text.Append("# ").Append(Line(document.Title)).Append('\n');
        foreach (var section in document.Sections)
        {
            text.Append("\n## ").Append(Line(section.Title)).Append('\n');
            foreach (var block in section.Blocks)
            {
                text.Append('\n');
                Block(text, block, words);
            }
        }

        return text.Append("\n---\n\n").Append(Line(document.Foot)).Append('\n').ToString();
    }

    private static void Block(StringBuilder text, ReportBlock block, Wording words)
    {
        switch (block)
        {
            case ReportParagraph paragraph:
                text.Append(paragraph.Strong ? $"**{Line(paragraph.Text)}**" : Line(paragraph.Text)).Append('\n');
                break;
            case ReportHeading heading:
                text.Append("### ").Append(Line(heading.Text)).Append('\n');
                break;
            case ReportFacts facts:
                foreach (var (label, value) in facts.Facts) text.Append("- ").Append(Line(label)).Append(": ").Append(Line(value)).Append('\n');
                break;
            case ReportBullets bullets:
                foreach (var item in bullets.Items) text.Append("- ").Append(Line(item)).Append('\n');
                break;
            case ReportTable table:
                text.Append("**").Append(Line(table.Caption)).Append("**\n\n");
                Row(text, table.Head);
                Row(text, table.Head.Select(_ => "---"), encode: false);
                foreach (var row in table.Rows) Row(text, row);
                break;
            case ReportQuote quote:
                text.Append("> ").Append(Line(quote.Text)).Append("\n>\n> ").Append(Line(quote.Origin));
                if (quote.Url is { } url) text.Append(" · <").Append(url).Append('>');
                text.Append('\n');
                break;
            case ReportVerbatim verbatim:
                text.Append(Line(verbatim.Title)).Append("\n\n");
                // Indented, it stays word for word whatever it holds.
                foreach (var line in verbatim.Text.ReplaceLineEndings("\n").Split('\n')) text.Append("    ").Append(line).Append('\n');
                break;
            case ReportBars bars:
                // The table below says the same in figures.
                text.Append("**").Append(Line(bars.Caption)).Append("**: ").AppendJoin(", ", bars.Rows.Select(r => Line($"{r.Label} {r.Text}"))).Append('\n');
                break;
            case ReportChart chart:
                text.Append(Line(ReportChartSvg.Describe(chart, words))).Append("\n\n");
                foreach (var moment in chart.Moments) text.Append("- ").Append(Line(words.Say($"report.moment.{moment.Key}"))).Append(": ").Append(words.Time(moment.At)).Append('\n');
                break;
            default:
                throw new InvalidOperationException($"No rule for {block.GetType().Name}.");
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells, bool encode = true)
    {
        foreach (var cell in cells) text.Append("| ").Append(encode ? Line(cell) : cell).Append(' ');
        text.Append("|\n");
    }

    /// <summary>One line with every sign of Markdown and HTML made a plain character.</summary>
    private static string Line(string plain)
    {
        var line = new StringBuilder(plain.Length + 16);
        foreach (var c in plain)
        {
            if (c is '\n' or '\r' or '\t') line.Append(' ');
            else if (c is '<') line.Append("&lt;");
            else if (c is '&') line.Append("&amp;");
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '!' or '>') line.Append('\\').Append(c);
            else if (!char.IsControl(c)) line.Append(c);
        }

        // A hyphen or plus at the beginning would make a list.
        return line.Length > 0 && line[0] is ('-' or '+') ? "\\" + line : line.ToString();
    }
}
