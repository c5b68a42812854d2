using System.Globalization;
using System.Text;
using Crisis.Core.Escalation;
using Crisis.Core.Language;

namespace Crisis.Core.Response;

/// <summary>
/// Fills the places of a draft with what is known: <c>{brand}</c>, <c>{topic}</c>, <c>{since}</c>, <c>{source}</c>,
/// <c>{hashtag}</c>, <c>{mentions}</c>, <c>{next}</c> (when people will hear more). A fact that is not known is said in general words; a place nobody knows stays.
/// </summary>
public static class DraftFacts
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>The places that are filled.</summary>
    public static IReadOnlyList<string> Places { get; } = ["{brand}", "{since}", "{topic}", "{hashtag}", "{source}", "{mentions}", "{next}"];

    /// <param name="brand">The watch's name.</param>
    /// <param name="zone">IANA zone in which times are said.</param>
    public static string Fill(string template, CrisisState crisis, string brand, string zone, string language)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(crisis);
        var text = new StringBuilder(template);
        foreach (var (place, value) in Facts(crisis, brand, zone, language)) text.Replace(place, value);
        // A topic is named in small letters, and a statement begins with a capital one.
        var filled = text.ToString();
        return template.StartsWith("{topic}", StringComparison.Ordinal) ? new Wording(language, TimeZoneInfo.Utc).Capital(filled) : filled;
    }

    private static IEnumerable<(string Place, string Value)> Facts(CrisisState crisis, string brand, string zone, string language)
    {
        var turkish = language == "tr";
        var words = new Wording(language, TimeZoneInfo.Utc);
        var culture = CultureInfo.GetCultureInfo(turkish ? "tr-TR" : "en-GB");
        var since = TimeZoneInfo.ConvertTime(crisis.Since, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var evidence = crisis.Signals.Count > 0 ? crisis.Signals[0].Evidence : null;
        yield return ("{brand}", brand);
        yield return ("{since}", since.ToString("d MMMM HH:mm", culture));
        yield return ("{topic}", Named(First(crisis.Spread?.Targets) ?? First(evidence?.Targets), words.Target) ?? (turkish ? "bu konu" : "this matter"));
        yield return ("{hashtag}", First(crisis.Spread?.Hashtags) ?? First(evidence?.Hashtags) ?? "");
        yield return ("{source}", Named(crisis.Spread?.BeganIn ?? First(evidence?.Sources), words.Source) ?? (turkish ? "sosyal medya" : "social media"));
        yield return ("{next}", TimeZoneInfo.ConvertTime(Next(crisis), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("HH:mm", culture));
        yield return ("{mentions}", crisis.Totals.Mentions.ToString("N0", culture));
    }

    // People are promised what the team can keep: the second update from now, at a full quarter of an hour.
    private static DateTimeOffset Next(CrisisState crisis)
    {
        var at = (crisis.SeenAt > crisis.OpenedAt ? crisis.SeenAt : crisis.OpenedAt) + (crisis.Deadlines.Update * 2);
        var over = at.UtcTicks % Quarter.Ticks;
        return over == 0 ? at : at + TimeSpan.FromTicks(Quarter.Ticks - over);
    }

    private static string? Named(string? name, Func<string, string> say) => name is null ? null : say(name);

    private static string? First(IReadOnlyList<Detection.EvidenceCount>? counts) => counts is { Count: > 0 } ? counts[0].Name : null;
}
