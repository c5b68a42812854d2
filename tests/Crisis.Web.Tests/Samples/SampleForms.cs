using System.Net;
using System.Text.RegularExpressions;

namespace Crisis.Web.Tests.Samples;

/// <summary>Uses pages as a browser without script does: reads a form, fills it in, sends it.</summary>
public static partial class SampleForms
{
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] filled)
    {
        var html = await client.GetStringAsync(page);
        return await client.PostAsync(action, Form(html, action, filled));
    }

    public static FormUrlEncodedContent Form(string html, string action, params (string Name, string Value)[] filled)
    {
        var start = html.IndexOf($"action=\"{WebUtility.HtmlEncode(action)}\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"no form for {action}");
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = Hidden().Matches(form).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        foreach (Match input in Input().Matches(form)) fields.TryAdd(input.Groups[1].Value, WebUtility.HtmlDecode(input.Groups[2].Value));
        foreach (Match choice in Choice().Matches(form))
            if (Selected().Match(choice.Groups[2].Value) is { Success: true } selected) fields.TryAdd(choice.Groups[1].Value, WebUtility.HtmlDecode(selected.Groups[1].Value));
        foreach (Match area in Area().Matches(form)) fields.TryAdd(area.Groups[1].Value, WebUtility.HtmlDecode(area.Groups[2].Value));
        foreach (var (name, value) in filled) fields[name] = value;
        return new FormUrlEncodedContent(fields);
    }

    [GeneratedRegex("<input id=\"[^\"]*\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"")]
    private static partial Regex Input();

    [GeneratedRegex("<select id=\"[^\"]*\" name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Choice();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();

    [GeneratedRegex("<textarea id=\"[^\"]*\" name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
