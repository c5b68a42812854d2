using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Hosting;

/// <summary>Headers that every answer carries, whatever it is.</summary>
public static class PageHeaders
{
    /// <summary>Nothing but our own style sheet, script, images and forms; no inline script or style at all.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For stored reports: their own inline style and pictures, no script, no requests, an origin of their own.</summary>
    public const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; sandbox allow-popups";

    public static void Write(HttpResponse response, PageSettings settings, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy ?? Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Addresses of these pages can hold signed links: no other site may learn them.
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        if (settings.PublicUrl.Scheme == Uri.UriSchemeHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
