using Crisis.Core.Escalation;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection.Signals;

/// <summary>
/// Words that matter even once, weighed by who says them and whether others repeat it: every author is a voice, one whom
/// many hear is three more. Two voices are told, four are handed over when so many people say it by chance once in a
/// million hours, or in ten thousand when one of them is heard by many; what nobody says discontentedly weighs half.
/// </summary>
internal sealed class RareButSevere : IDetector
{
    private const double Voices = 4, Told = 2, LeastSurprise = 6, LoudSurprise = 4;

    public IEnumerable<Signal> Find(DetectionContext context)
    {
        foreach (var (word, count) in context.Of(Facet.Severe).Where(severe => !severe.Name.EndsWith(Facet.Loud, StringComparison.Ordinal)))
        {
            var facet = Facet.Severe + word;
            var loud = context.Hour.Facets.GetValueOrDefault(facet + Facet.Loud)?.Mentions ?? 0;
            var authors = Math.Min(context.Voices(count), count.Mentions);
            var expected = context.Expected(facet);
            // Said without discontent ("this deal is fire") it weighs half; from a third on nobody doubts it.
            var doubt = loud > 0 ? 1 : 0.5 + (0.5 * Math.Min(1, 3.0 * count.Negative / count.Mentions));
            var voices = (authors + (3 * loud)) * doubt;
            var surprise = DetectionContext.Surprise(authors, expected);
            if (voices < Told * context.Demand || DetectionContext.Surprise(voices, expected) < LoudSurprise) continue;
            var repeated = surprise >= (loud > 0 ? LoudSurprise : LeastSurprise);
            var severity = voices < Voices * context.Demand || !repeated ? 4 : voices >= 30 ? 1 : voices >= 8 || loud > 0 ? 2 : 3;
            yield return context.Signal(DetectorNames.SevereWord, CrisisCause.Mentions, CrisisKind.ComplaintWave, severity, context.SinceOf(facet), voices, expected) with
            {
                Notes = [new SignalNote("severe-word", word), new SignalNote("voices", $"{authors}"), .. loud > 0 ? [new SignalNote("heard-by-many", $"{loud}")] : Array.Empty<SignalNote>()],
            };
        }
    }
}
