using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Hosting;

/// <summary>Writes answers: tags, "not modified", cookies.</summary>
internal static class PageOutput
{
    public static async Task WriteAssetAsync(HttpContext context, PageAsset asset)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await WriteTaggedAsync(context, asset.Body, asset.Type, asset.ETag);
    }

    /// <summary>Nothing of a page is stored by anybody; the tag is there for the script, which asks again and again.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body, string type, int status)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status200OK)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 12))}\"";
            await WriteTaggedAsync(context, body, type, tag);
            return;
        }

        await WriteBodyAsync(context, body, type);
    }

    public static void SetCookie(HttpContext context, PageCookie cookie, PageSettings settings)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            // Lax, since a link in a mail must find the session.
            SameSite = SameSiteMode.Lax,
            Secure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps,
            Path = "/",
            MaxAge = cookie.Lifetime,
        };
        if (cookie.Value is null) context.Response.Cookies.Delete(cookie.Name, options);
        else context.Response.Cookies.Append(cookie.Name, cookie.Value, options);
    }

    private static async Task WriteTaggedAsync(HttpContext context, ReadOnlyMemory<byte> body, string type, string tag)
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await WriteBodyAsync(context, body, type);
    }

    private static async Task WriteBodyAsync(HttpContext context, ReadOnlyMemory<byte> body, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
