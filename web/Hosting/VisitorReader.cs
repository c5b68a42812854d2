using System.Globalization;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Hosting;

/// <summary>
/// Finds out who visits: by the signed cookie of a sign-in or by what the platform's sign-in says, checked against the
/// roster each time; on loopback, the person picked there, else the first lead of the first team.
/// </summary>
public sealed class VisitorReader(PageSigner signer, PageSettings settings)
{
    public const string Cookie = "crisis_session";
    private const string Scope = "session";

    /// <summary>The cookie that signs a person in from now on.</summary>
    public PageCookie SignIn(string person, DateTimeOffset now)
    {
        var until = (now + settings.SessionLength).ToUnixTimeSeconds();
        return new PageCookie(Cookie, signer.Sign(Scope, string.Create(CultureInfo.InvariantCulture, $"{person}\n{until}")), settings.SessionLength);
    }

    public static PageCookie SignOut { get; } = new(Cookie, null, TimeSpan.Zero);

    public Visitor? Read(HttpRequest request, CrisisConfig config, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(config);
        var signedIn = request.Cookies.TryGetValue(Cookie, out var cookie) ? Find(config, Person(cookie, now)) : null;
        return signedIn ?? ByPlatform(request, config) ?? (settings.Loopback ? First(config) : null);
    }

    /// <summary>The person of that id with all teams, or null when no roster has it.</summary>
    public Visitor? Find(CrisisConfig config, string? person)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (person is null) return null;
        var found = config.Teams.Values.SelectMany(t => t.People.Where(p => p.Id == person).Select(p => (Team: t.Id, Person: p))).ToList();
        return found.Count == 0
            ? null
            : new Visitor(person, found[0].Person.Name, found[0].Person.Language, [.. found.Select(f => f.Team)], settings.Loopback);
    }

    /// <summary>Whom the platform signed in, when a roster has that address; a colleague of no roster sees nothing.</summary>
    private Visitor? ByPlatform(HttpRequest request, CrisisConfig config)
    {
        if (!settings.PlatformSignIn) return null;
        var names = ClientPrincipal.NamesOf(request.Headers);
        var person = config.Teams.Values.OrderBy(t => t.Id, StringComparer.Ordinal).SelectMany(t => t.People)
            .FirstOrDefault(p => p.Email is { Length: > 0 } email && names.Contains(email, StringComparer.OrdinalIgnoreCase));
        return Find(config, person?.Id);
    }

    private Visitor? First(CrisisConfig config)
    {
        var people = config.Teams.Values.OrderBy(t => t.Id == "default" ? "" : t.Id, StringComparer.Ordinal).SelectMany(t => t.People).ToList();
        Person? person = people.Find(p => p.Roles.Contains("lead")) ?? people.FirstOrDefault();
        return Find(config, person?.Id);
    }

    private string? Person(string? cookie, DateTimeOffset now)
    {
        if (cookie is null || signer.Open(Scope, cookie) is not { } payload) return null;
        var parts = payload.Split('\n');
        return parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && now.ToUnixTimeSeconds() < until ? parts[0] : null;
    }
}
