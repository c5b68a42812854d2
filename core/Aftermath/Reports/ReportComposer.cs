using System.Globalization;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Puts the report together: what a manager reads in a minute first, then what it rests on.</summary>
public static class ReportComposer
{
    public static ReportDocument Compose(ReportMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var words = material.Words;
        var crisis = material.Crisis;
        (string Id, IReadOnlyList<ReportBlock> Blocks)[] parts =
        [
            ("summary", SummaryPart.Of(material)),
            ("course", CoursePart.Of(material)),
            ("evidence", EvidencePart.Of(material)),
            ("spread", SpreadPart.Of(material)),
            ("decisions", DecisionsPart.Of(material)),
            ("complaints", ComplaintsPart.Of(material)),
            ("learned", LearnedPart.Of(material)),
            ("survey", SurveyPart.Of(material)),
            ("quality", QualityPart.Of(material)),
            ("delivery", DeliveryPart.Of(material)),
            ("timeline", TimelinePart.Of(material)),
        ];
        var title = words.Say("report.title", ("brand", material.Watch.Name), ("kind", words.Kind(crisis.Kind)), ("day", words.Day(crisis.Since)));
        var foot = words.Say(
            "report.foot",
            ("crisis", crisis.Id),
            ("version", material.Version.ToString(CultureInfo.InvariantCulture)),
            ("at", words.Time(crisis.SeenAt)),
            ("zone", words.Zone.Id));
        return new ReportDocument(
            words.Language,
            crisis.Drill ? $"{words.Say("notice.drill")}: {title}" : title,
            foot,
            [.. parts.Where(part => part.Blocks.Count > 0).Select(part => new ReportSection(part.Id, words.Say($"report.section.{part.Id}"), part.Blocks))]);
    }
}
