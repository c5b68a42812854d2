using System.Diagnostics;
using System.Text;
using Crisis.Core.Watching;
using Crisis.Web.Language;
using Crisis.Web.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crisis.Web.Hosting;

/// <summary>
/// All pages behind one door: a host hands over each request and need not know a route, an asset or a component. It
/// keeps nothing between requests, so that any instance can answer any of them.
/// </summary>
public sealed class PageHost(
    IEnumerable<IPage> pages,
    EndpointHost endpoints,
    PageSettings settings,
    PageAssets assets,
    PageRenderer renderer,
    PageSigner signer,
    FormTokens tokens,
    VisitorReader visitors,
    WordCatalogue catalogue,
    IConfigSource configs,
    TimeProvider clock,
    ILogger<PageHost> log)
{
    private readonly (PageRoute Route, IPage Page)[] _pages = [.. pages.Select(p => (new PageRoute(p.Path), p))];

    /// <summary>Templates of all pages, for a host that wants to list them, and for tests that want to visit them all.</summary>
    public IReadOnlyList<string> Paths => [.. _pages.Select(p => p.Route.Template)];

    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        PageHeaders.Write(context.Response, settings);
        if (assets.Find(path) is { } asset)
        {
            await PageOutput.WriteAssetAsync(context, asset);
            return;
        }

        if (!HostNames.Accepts(request.Host.Host, settings))
        {
            // A page of another site may have its name point here: it must not read what a person at this machine may.
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        if (await endpoints.TryHandleAsync(context)) return;
        var config = await configs.CurrentAsync(context.RequestAborted);
        var visit = await VisitAsync(context, path, config);
        var (page, places) = Find(path);
        visit = visit with { Places = places };
        PageAnswer answer;
        try
        {
            answer = page is null ? PageAnswer.NotFound : await AnswerAsync(context, page, visit);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var number = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            log.LogError(error, "Page {Path} failed ({Number}).", path, number);
            answer = new PageAnswer.Trouble("failed") { Status = 500 };
        }

        if (LanguageChoice.Chosen(visit, catalogue) is { } cookie) PageOutput.SetCookie(context, cookie, settings);
        await WriteAsync(context, visit, answer);
    }

    private (IPage? Page, IReadOnlyDictionary<string, string> Places) Find(string path)
    {
        foreach (var (route, page) in _pages)
            if (route.Match(path) is { } places) return (page, places);
        return (null, new Dictionary<string, string>());
    }

    private async ValueTask<PageVisit> VisitAsync(HttpContext context, string path, CrisisConfig config)
    {
        var now = clock.GetUtcNow();
        var visitor = visitors.Read(context.Request, config, now);
        var query = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        return new PageVisit
        {
            Path = path,
            Now = now,
            Config = config,
            Tokens = tokens,
            Settings = settings,
            Visitor = visitor,
            Query = query,
            Form = await FormReader.ReadAsync(context.Request),
            Words = catalogue.In(LanguageChoice.Of(context.Request, query, visitor, catalogue)),
            Caller = signer.Hash("caller", context.Connection.RemoteIpAddress?.ToString() ?? ""),
            Cancellation = context.RequestAborted,
        };
    }

    private static async ValueTask<PageAnswer> AnswerAsync(HttpContext context, IPage page, PageVisit visit)
    {
        if (page.Access == PageAccess.Machine && !visit.Settings.Loopback) return PageAnswer.NotFound;
        if (page.Access == PageAccess.People && visit.Visitor is null)
            return new PageAnswer.Redirect("/sign-in?to=" + Uri.EscapeDataString(visit.Path));
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return await page.GetAsync(visit);
        if (!HttpMethods.IsPost(method) || page.Purpose(visit) is not { } purpose) return PageAnswer.NotAllowed;
        var token = visit.Tokens.Check(visit.Said(FormReader.Token), visit.Visitor?.Person ?? "", purpose, visit.Now);
        return token is null
            ? new PageAnswer.Trouble("form") { Status = 403, Written = FormReader.Written(visit.Form), Back = visit.Path }
            : await page.PostAsync(visit with { FormNonce = token.Nonce });
    }

    private async Task WriteAsync(HttpContext context, PageVisit visit, PageAnswer answer)
    {
        switch (answer)
        {
            case PageAnswer.Redirect redirect:
                foreach (var cookie in redirect.Cookies) PageOutput.SetCookie(context, cookie, settings);
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = redirect.To;
                break;
            case PageAnswer.Content content:
                PageHeaders.Write(context.Response, settings, content.Policy);
                await PageOutput.WriteAsync(context, content.Body, content.Type, content.Status);
                break;
            default:
                var html = await RenderAsync(context, visit, answer);
                await PageOutput.WriteAsync(context, Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", answer.Status);
                break;
        }
    }

    private async ValueTask<string> RenderAsync(HttpContext context, PageVisit visit, PageAnswer answer)
    {
        var view = answer as PageAnswer.View ?? Troubles.View(visit, (PageAnswer.Trouble)answer);
        // The script asks for the page's own part only: what stands around it does not change.
        var part = context.Request.Headers["X-Part"] == "main";
        var html = await renderer.RenderAsync(typeof(Shell), new Dictionary<string, object?>
        {
            [nameof(Shell.Visit)] = visit,
            [nameof(Shell.View)] = view,
            [nameof(Shell.Files)] = assets,
            [nameof(Shell.Part)] = part,
        });
        return part ? html : "<!DOCTYPE html>\n" + html;
    }
}
