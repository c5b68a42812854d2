namespace Crisis.Web.Hosting;

/// <summary>
/// A path with places, such as <c>/crises/{id}/report</c>. A place takes one whole segment that is not empty.
/// </summary>
public sealed class PageRoute
{
    private readonly string[] _segments;

    public PageRoute(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        Template = template;
        _segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    public string Template { get; }

    /// <summary>The values of the places, or null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var given = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (given.Length != _segments.Length) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < given.Length; i++)
        {
            var segment = _segments[i];
            if (segment.StartsWith('{')) values[segment[1..^1]] = given[i];
            else if (!segment.Equals(given[i], StringComparison.Ordinal)) return null;
        }

        return values;
    }
}
