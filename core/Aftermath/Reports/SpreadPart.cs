using Crisis.Core.Detection;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Where it was, what it was about, and who carried it.</summary>
internal static class SpreadPart
{
    public static IReadOnlyList<ReportBlock> Of(ReportMaterial m)
    {
        if (m.Crisis.Spread is not { } spread) return [];
        var words = m.Words;
        var blocks = new List<ReportBlock>();
        var facts = new List<(string, string)>();
        if (spread.BeganIn is { } began) facts.Add((words.Say("report.fact.began-in"), words.Source(began)));
        if (spread.Authors > 0)
        {
            facts.Add((words.Say("report.spread.authors"), words.Say("report.spread.authors-value", ("n", words.Number(spread.Authors)), ("share", words.Percent(spread.LoudestAuthorShare)))));
        }

        if ((spread.FastestDoublingMinutes ?? spread.DoublingMinutes) is { } minutes and > 0) facts.Add((words.Say("report.spread.doubling"), words.Duration(TimeSpan.FromMinutes(minutes))));
        if (facts.Count > 0) blocks.Add(new ReportFacts(facts));
        Add(blocks, m, "sources", spread.Sources, words.Source);
        Add(blocks, m, "targets", spread.Targets, name => ReportText.Quoted(m, words.Target(name)));
        Add(blocks, m, "hashtags", spread.Hashtags, name => ReportText.Quoted(m, name));
        return blocks;
    }

    private static void Add(List<ReportBlock> blocks, ReportMaterial m, string key, IReadOnlyList<EvidenceCount> counts, Func<string, string> name)
    {
        if (counts.Count == 0) return;
        var words = m.Words;
        blocks.Add(new ReportTable(
            words.Say($"report.spread.{key}"),
            [words.Say($"report.spread.{key}"), words.Say("report.fact.posts"), words.Say("report.fact.negative"), words.Say("report.spread.authors")],
            [
                .. counts.Take(10).Select(c => (IReadOnlyList<string>)
                    [name(c.Name), words.Number(c.Mentions), words.Number(c.Negative), c.Authors == 0 ? "–" : words.Number(c.Authors)]),
            ]));
    }
}
