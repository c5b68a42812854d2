using Crisis.Web.Decisions;

namespace Crisis.Web.Configuration;

/// <summary>One field of an item's form. Labels and hints: <c>item.{Name}</c> and <c>item.{Name}-hint</c>.</summary>
public sealed record ConfigItemField(string Name, ConfigItemFieldKind Kind = ConfigItemFieldKind.Line)
{
    public string Value { get; init; } = "";
    public bool Required { get; init; }

    /// <summary>For a choice.</summary>
    public IReadOnlyList<DecisionOption> Options { get; init; } = [];

    /// <summary>What is wrong with it and what to do; null when nothing is.</summary>
    public string? Fault { get; init; }
}
