using System.Globalization;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>What affected customers said.</summary>
internal static class SurveyPart
{
    private const int MostComments = 12;

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        var (words, survey) = (m.Words, m.Crisis.Aftermath.Survey);
        if (survey.Mean is not { } mean) return [];
        var blocks = new List<ReportBlock>
        {
            new ReportParagraph(words.Say("report.survey.result", ("n", words.Number(survey.Answers)), ("mean", words.Number(mean, 1)))),
            new ReportTable(
                words.Say("report.survey.ratings"),
                [words.Say("report.survey.rating"), words.Say("report.survey.answers")],
                [.. survey.Ratings.Select((n, i) => (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), words.Number(n)])]),
        };
        blocks.AddRange(m.Survey
            .Where(a => !string.IsNullOrWhiteSpace(a.Comment))
            .OrderByDescending(a => a.At)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .Take(MostComments)
            .Select(a => new ReportQuote(ReportText.Quoted(m, a.Comment!), $"{a.Rating.ToString(CultureInfo.InvariantCulture)}/5 · {words.Day(a.At)}", null)));
        return blocks;
    }
}
