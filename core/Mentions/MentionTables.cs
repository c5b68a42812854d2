namespace Crisis.Core.Mentions;

/// <summary>Names (or beginnings of names) of the tables around mentions.</summary>
public static class MentionTables
{
    /// <summary>By UTC day: mentions (<c>m|source|id</c>) and the partial counts written with them (<c>p|…</c>), a partition a window.</summary>
    public const string Mentions = "mentions";

    /// <summary>By UTC month: sealed windows, a partition a watch, a row a window.</summary>
    public const string Windows = "windows";

    /// <summary>
    /// Where each native id first went, a partition a watch and source. One table, not one a month: a source may give
    /// the same id another date, in another month, and it must be found there too.
    /// </summary>
    public const string Places = "places";

    /// <summary>Up to where the windows of a watch are sealed, and which were reopened; a partition a watch.</summary>
    public const string Sealing = "sealing";

    internal const string MentionPrefix = "m|";
    internal const string PartialPrefix = "p|";
}
