namespace Crisis.Web.Hosting;

/// <summary>What a host tells its pages about itself.</summary>
public sealed record PageSettings
{
    /// <summary>
    /// True on a loopback address only: whoever can reach the pages sits at the machine, so no sign-in is asked, and the
    /// visitor acts as a person of the roster that he or she picks.
    /// </summary>
    public bool Loopback { get; init; }

    /// <summary>
    /// True where the platform in front has signed the visitor in and says who it is (<see cref="ClientPrincipal"/>). Nowhere
    /// else: anybody may send such a header to a host without that platform.
    /// </summary>
    public bool PlatformSignIn { get; init; }

    /// <summary>Address under which people reach the pages, without a path; links in mails begin with it.</summary>
    public Uri PublicUrl { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>How long a sign-in holds.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a form that was shown may be sent.</summary>
    public TimeSpan FormLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a one-time sign-in link holds.</summary>
    public TimeSpan SignInLength { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The installation's key, which machines send in <c>X-Crisis-Key</c>; null: they need a sign-in.</summary>
    public string? Key { get; init; }

    /// <summary>Folder of the outbox channel, to look at cards and mails on the machine itself; null where there is none.</summary>
    public string? OutboxFolder { get; init; }
}
