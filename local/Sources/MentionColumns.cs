using Crisis.Core.Mentions;

namespace Crisis.Local.Sources;

/// <summary>Which column of a mentions file holds which field, after <c>map</c> and <c>sentiment</c>.</summary>
internal sealed class MentionColumns
{
    /// <summary>The fields of a mentions file.</summary>
    public static readonly IReadOnlyList<string> Fields = MentionFields.Names;

    private readonly Dictionary<string, string> columns = Fields.ToDictionary(f => f, f => f, StringComparer.Ordinal);

    /// <summary>The column that holds a sentiment, or null.</summary>
    public string? Sentiment { get; private init; }

    /// <summary>The column of a field, or null when it is to be ignored.</summary>
    public string? Of(string field) => columns[field] is { Length: > 0 } column ? column : null;

    /// <summary>Whether any field, or the sentiment, is read from that column.</summary>
    public bool Uses(string column) => column == Sentiment || columns.ContainsValue(column);

    /// <summary>Null when it could be read, else the part that could not.</summary>
    public static string? TryRead(string? map, string? sentiment, out MentionColumns columns)
    {
        columns = new MentionColumns { Sentiment = sentiment };
        foreach (var part in map?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !columns.columns.ContainsKey(part[..equals].Trim())) return part;
            columns.columns[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        return null;
    }
}
