namespace Crisis.Core.Watching;

/// <summary>One entry of a watch's <c>sources</c>: its type, how often to pull, and the type's own fields as text.</summary>
public sealed record SourceSettings(string Type)
{
    /// <summary>Names this source among its watch's; by default its type, with <c>-2</c>, <c>-3</c>… for further ones.</summary>
    public string Id { get; init; } = Type;

    /// <summary>False for a push: it brings its mentions by itself, and nobody can ask it for any.</summary>
    public bool IsPulled => Type != "push";

    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Further fields such as <c>url</c>, <c>server</c>, <c>path</c>; a value <c>secret:name</c> is looked up by the host.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
