namespace Crisis.Web.Hosting;

/// <summary>A cookie of these pages; always HttpOnly, same-site, and secure where the pages are. Null removes it.</summary>
public sealed record PageCookie(string Name, string? Value, TimeSpan Lifetime);
