using Crisis.Core.Detection.Signals;
using Crisis.Core.Mentions;

namespace Crisis.Core.Detection;

/// <summary>
/// What a finding is about, so that its evidence shows just that: the posts that name the target or the severe word, that
/// hold the leaked data, that answer the brand's post. A surge is about everything and has none.
/// </summary>
/// <param name="Facets">What a mention of it bears: a facet, or all of a kind where it ends with a colon.</param>
/// <param name="Post">The brand's own post that it is about.</param>
internal sealed record SignalSubject(IReadOnlyList<string> Facets, (string Source, string Id)? Post = null)
{
    public static SignalSubject? Of(Signal signal) => signal.Detector switch
    {
        DetectorNames.ComplaintWave => About(signal, "target", Facet.Target),
        DetectorNames.SevereWord => About(signal, "severe-word", Facet.Severe),
        DetectorNames.PostBacklash => AboutPost(signal),
        DetectorNames.CampaignBackfire => AboutPost(signal) ?? (Note(signal, "hashtag") is { } hashtag ? new SignalSubject([CampaignBackfire.FacetOf(hashtag)]) : null),
        DetectorNames.PersonalData => new SignalSubject([Facet.PersonalData]),
        DetectorNames.Impersonation => new SignalSubject([Facet.Impersonation]),
        DetectorNames.AccountTakeover => new SignalSubject([Facet.Own + "scam", Facet.Own + "giveaway", Facet.Takeover, .. Note(signal, "new-domain") is { } domain ? [Facet.OwnLink + domain] : Array.Empty<string>()]),
        _ => null,
    };

    public bool IsOf(StoredMention mention)
    {
        foreach (var facet in mention.Facets)
        {
            foreach (var wanted in Facets)
            {
                if (wanted[^1] == ':' ? facet.StartsWith(wanted, StringComparison.Ordinal) : facet == wanted) return true;
            }
        }

        return false;
    }

    private static SignalSubject? About(Signal signal, string note, string kind) => Note(signal, note) is { } name ? new SignalSubject([kind + name]) : null;

    private static SignalSubject? AboutPost(Signal signal)
    {
        if (Note(signal, "post") is not { } post || post.Split('|', 2) is not [var source, var id]) return null;
        return new SignalSubject([Facet.OwnPost + post], (source, id));
    }

    private static string? Note(Signal signal, string key) => signal.Notes.FirstOrDefault(note => note.Key == key)?.Value;
}
