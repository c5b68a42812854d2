namespace Crisis.Web.Hosting;

/// <summary>Who may see a page at all.</summary>
public enum PageAccess
{
    /// <summary>People of a roster who are signed in (or anybody, on loopback).</summary>
    People,

    /// <summary>Anybody: the page itself judges the signed link, or has nothing to hide.</summary>
    Anybody,

    /// <summary>Only on loopback.</summary>
    Machine,
}
