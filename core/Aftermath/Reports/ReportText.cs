using Crisis.Core.Mentions;
using Crisis.Core.Notices;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Texts that others wrote, as a report may show them. Markup is made harmless by each format.</summary>
internal static class ReportText
{
    /// <summary>Written outside the team: one line, masked, addresses named but dead.</summary>
    public static string Quoted(ReportMaterial m, string text, int longest = 280) => QuotedText.Plain(text, m.Words.Language, longest);

    /// <summary>Written by the team: personal data masked, the rest as it is.</summary>
    public static string Own(ReportMaterial m, string text) => PersonalDataMask.Mask(text, m.Words.Language);

    /// <summary>The address when it may stand as a link, else null.</summary>
    public static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;
}
