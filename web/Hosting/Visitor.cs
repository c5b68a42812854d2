using Crisis.Core.Watching;

namespace Crisis.Web.Hosting;

/// <summary>Who looks at a page: a person of one or more rosters.</summary>
/// <param name="Everywhere">True on loopback: sees every watch.</param>
public sealed record Visitor(string Person, string Name, string Language, IReadOnlyList<string> Teams, bool Everywhere)
{
    /// <summary>People see the watches whose team they belong to, and no others.</summary>
    public bool Sees(Watch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        return Everywhere || Teams.Contains(watch.Team, StringComparer.Ordinal);
    }
}
