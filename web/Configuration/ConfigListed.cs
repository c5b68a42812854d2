namespace Crisis.Web.Configuration;

/// <summary>A list of one file, as it stands there: people of a roster, planned events of a watch.</summary>
public sealed record ConfigListed(string File, IReadOnlyList<IReadOnlyDictionary<string, string>> Items);
