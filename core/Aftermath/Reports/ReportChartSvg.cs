using System.Globalization;
using System.Text;
using Crisis.Core.Aftermath.Charts;
using Crisis.Core.Language;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>The chart as SVG: 1000 units wide, drawn by the same scale as the pages' charts.</summary>
internal static class ReportChartSvg
{
    private static readonly double[] Grid = [0, 0.5, 1];

    public static void Render(StringBuilder html, ReportChart chart, Wording words)
    {
        var scale = new ChartScale(chart.Buckets);
        var marks = ChartMark.Of(chart.Moments, scale);
        var head = 12 + (marks.Count == 0 ? 0 : (marks.Max(m => m.Row) + 1) * 24);
        html.Append("<figure>\n<svg viewBox=\"0 0 1000 ").Append(N(head + ChartScale.Height + 26)).Append("\" role=\"img\" aria-labelledby=\"chart-title chart-desc\">\n<title id=\"chart-title\">")
            .Append(ReportHtml.Text(words.Say("report.chart.title"))).Append("</title>\n<desc id=\"chart-desc\">").Append(ReportHtml.Text(Describe(chart, words))).Append("</desc>\n");
        foreach (var share in Grid)
        {
            var y = head + (ChartScale.Height * (1 - share));
            html.Append("<line class=\"grid\" x1=\"0\" x2=\"1000\" y1=\"").Append(N(y)).Append("\" y2=\"").Append(N(y)).Append("\"/>\n");
            if (share > 0) Label(html, 2, y + 14, "start", words.Number(scale.Top * share));
        }

        html.Append("<g transform=\"translate(0 ").Append(N(head)).Append(")\">\n");
        Path(html, "band", scale.Area(chart.Buckets, b => b.HighMentions));
        Path(html, "expected", scale.Line(chart.Buckets, b => b.ExpectedMentions));
        Path(html, "line-all", scale.Line(chart.Buckets, b => b.Mentions));
        Path(html, "line-neg", scale.Line(chart.Buckets, b => b.Negative));
        html.Append("</g>\n");
        foreach (var mark in marks)
        {
            var y = 13 + (mark.Row * 24);
            html.Append("<line class=\"mark\" x1=\"").Append(N(mark.X)).Append("\" x2=\"").Append(N(mark.X)).Append("\" y1=\"").Append(N(y + 10)).Append("\" y2=\"").Append(N(head + ChartScale.Height)).Append("\"/>\n")
                .Append("<circle class=\"dot\" cx=\"").Append(N(mark.X)).Append("\" cy=\"").Append(N(y)).Append("\" r=\"10\"/>\n");
            Label(html, mark.X, y + 4.5, "middle", mark.Number.ToString(CultureInfo.InvariantCulture));
        }

        Ticks(html, scale, words, head + ChartScale.Height + 18);
        html.Append("</svg>\n<figcaption>\n<p class=\"quiet\">").Append(ReportHtml.Text(words.Say("report.chart.legend"))).Append("</p>\n<ol>\n");
        foreach (var mark in marks) html.Append("<li>").Append(ReportHtml.Text($"{words.Say($"report.moment.{mark.Moment.Key}")}: {words.Time(mark.Moment.At)}")).Append("</li>\n");
        html.Append("</ol>\n</figcaption>\n</figure>\n");
    }

    /// <summary>What the picture shows, in a sentence.</summary>
    public static string Describe(ReportChart chart, Wording words)
    {
        var top = chart.Buckets.MaxBy(b => b.Mentions)!;
        return words.Say(
            "report.chart.description",
            ("from", words.Time(chart.Buckets[0].Start)),
            ("until", words.Time(chart.Buckets[^1].Start + chart.Buckets[^1].Length)),
            ("top", words.Number(top.Mentions, 1)),
            ("at", words.Time(top.Start)),
            ("negative", words.Number(chart.Buckets.Max(b => b.Negative), 1)));
    }

    private static void Ticks(StringBuilder html, ChartScale scale, Wording words, double y)
    {
        var offset = words.Zone.GetUtcOffset(scale.From);
        var days = scale.Until - scale.From > TimeSpan.FromDays(2.5);
        foreach (var tick in ChartTicks.Of(scale.From, scale.Until, offset))
        {
            var x = scale.X(tick);
            if (x is > 40 and < 960) Label(html, x, y, "middle", days ? words.Day(tick) : words.Clock(tick));
        }
    }

    private static void Path(StringBuilder html, string css, string path)
    {
        if (path.Length > 0) html.Append("<path class=\"").Append(css).Append("\" d=\"").Append(path).Append("\"/>\n");
    }

    private static void Label(StringBuilder html, double x, double y, string anchor, string text) =>
        html.Append("<text x=\"").Append(N(x)).Append("\" y=\"").Append(N(y)).Append("\" text-anchor=\"").Append(anchor).Append("\">").Append(ReportHtml.Text(text)).Append("</text>\n");

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
