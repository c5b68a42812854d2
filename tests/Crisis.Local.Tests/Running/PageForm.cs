using System.Net;
using System.Text.RegularExpressions;

namespace Crisis.Local.Tests.Running;

/// <summary>A form of a page, sent as a browser without script does; the same form may be sent again.</summary>
public sealed partial class PageForm(string action, IReadOnlyDictionary<string, string> fields)
{
    public string Action => action;

    /// <summary>The same form with its address in full.</summary>
    public PageForm At(string site) => new(site + action, fields);

    /// <summary>The forms of a page whose address ends so.</summary>
    public static IReadOnlyList<PageForm> Of(string html, string actionEnd) =>
    [
        .. Forms().Matches(html)
            .Where(form => WebUtility.HtmlDecode(form.Groups[1].Value).EndsWith(actionEnd, StringComparison.Ordinal))
            .Select(form => new PageForm(
                WebUtility.HtmlDecode(form.Groups[1].Value),
                Hidden().Matches(form.Groups[2].Value).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value)))),
    ];

    public FormUrlEncodedContent Content(params (string Name, string Value)[] filled)
    {
        var all = new Dictionary<string, string>(fields);
        foreach (var (name, value) in filled) all[name] = value;
        return new FormUrlEncodedContent(all);
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
