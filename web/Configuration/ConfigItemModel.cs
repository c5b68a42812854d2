using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Configuration;

/// <summary>One person of a roster, or one planned event, as a form.</summary>
/// <param name="Sort"><c>person</c> or <c>event</c>: key of the texts.</param>
/// <param name="File">Path of the file that it stands in.</param>
public sealed record ConfigItemModel(string Sort, string File, string Action, string Token, IReadOnlyList<ConfigItemField> Fields)
{
    /// <summary>What it is called; empty for a new one.</summary>
    public string Name { get; init; } = "";

    /// <summary>A mark of the file as it was read: a change since then is not overwritten.</summary>
    public required string Mark { get; init; }

    /// <summary>Faults that belong to no field.</summary>
    public IReadOnlyList<ConfigFault> Faults { get; init; } = [];

    public bool Overtaken { get; init; }
    public bool ReadOnly { get; init; }
    public bool MayEdit { get; init; }
}
