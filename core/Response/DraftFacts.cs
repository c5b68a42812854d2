using System.Globalization;
using System.Text;
using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>
/// Fills the places of a draft with what is known: <c>{brand}</c>, <c>{topic}</c>, <c>{since}</c>, <c>{source}</c>,
/// <c>{hashtag}</c>, <c>{mentions}</c>. A fact that is not known is said in general words; a place nobody knows stays.
/// </summary>
public static class DraftFacts
{
    /// <param name="brand">The watch's name.</param>
    /// <param name="zone">IANA zone in which times are said.</param>
    public static string Fill(string template, CrisisState crisis, string brand, string zone, string language)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(crisis);
        var text = new StringBuilder(template);
        foreach (var (place, value) in Facts(crisis, brand, zone, language)) text.Replace(place, value);
        return text.ToString();
    }

    private static IEnumerable<(string Place, string Value)> Facts(CrisisState crisis, string brand, string zone, string language)
    {
        var turkish = language == "tr";
        var culture = CultureInfo.GetCultureInfo(turkish ? "tr-TR" : "en-GB");
        var since = TimeZoneInfo.ConvertTime(crisis.Since, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var evidence = crisis.Signals.Count > 0 ? crisis.Signals[0].Evidence : null;
        yield return ("{brand}", brand);
        yield return ("{since}", since.ToString("d MMMM HH:mm", culture));
        yield return ("{topic}", First(crisis.Spread?.Targets) ?? First(evidence?.Targets) ?? (turkish ? "bu konu" : "this matter"));
        yield return ("{hashtag}", First(crisis.Spread?.Hashtags) ?? First(evidence?.Hashtags) ?? "");
        yield return ("{source}", crisis.Spread?.BeganIn ?? First(evidence?.Sources) ?? (turkish ? "sosyal medya" : "social media"));
        yield return ("{mentions}", crisis.Totals.Mentions.ToString("N0", culture));
    }

    private static string? First(IReadOnlyList<Detection.EvidenceCount>? counts) => counts is { Count: > 0 } ? counts[0].Name : null;
}
