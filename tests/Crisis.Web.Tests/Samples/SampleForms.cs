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
        foreach (var (name, value) in filled) fields[name] = value;
        return new FormUrlEncodedContent(fields);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
