namespace Crisis.Web.Layout;

/// <summary>Addresses from mentions: only what a browser opens as a page becomes a link.</summary>
public static class SafeLink
{
    /// <summary>The address when it is http or https with a host and without credentials, else null.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;
}
