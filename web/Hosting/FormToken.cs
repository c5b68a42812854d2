namespace Crisis.Web.Hosting;

/// <summary>What a form's token says once it has been checked. <see cref="Nonce"/> is the same for the same form.</summary>
public sealed record FormToken(string Person, string Purpose, string Nonce, DateTimeOffset ExpiresAt);
