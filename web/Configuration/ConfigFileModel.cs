using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Configuration;

/// <summary>One file of the configuration with what is wrong with it.</summary>
/// <param name="Before">What was read when the page was made: a change since then is not overwritten.</param>
public sealed record ConfigFileModel(string Path, string Text, string Before, string Token)
{
    public IReadOnlyList<ConfigFault> Faults { get; init; } = [];
    public bool Overtaken { get; init; }
    public bool MayEdit { get; init; }
    public bool ReadOnly { get; init; }
}
