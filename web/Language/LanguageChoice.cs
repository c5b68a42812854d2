using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Language;

/// <summary>In which language a visitor is served: asked for now, chosen before, asked by the browser, set in the roster.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "crisis_lang";

    public static string Of(HttpRequest request, IReadOnlyDictionary<string, string> query, Visitor? visitor, WordCatalogue catalogue)
    {
        if (query.TryGetValue("lang", out var asked) && catalogue.Knows(asked)) return asked;
        if (request.Cookies.TryGetValue(Cookie, out var chosen) && catalogue.Knows(chosen)) return chosen;
        return catalogue.Preferred(request.Headers.AcceptLanguage.ToString()) ?? visitor?.Language ?? "en";
    }

    public static PageCookie? Chosen(PageVisit visit, WordCatalogue catalogue) =>
        visit.Asked("lang") is { } asked && catalogue.Knows(asked) ? new PageCookie(Cookie, asked, TimeSpan.FromDays(365)) : null;
}
