namespace Crisis.Core.Response;

/// <summary>
/// A public statement to start from, with places such as <c>{brand}</c>, <c>{topic}</c>, <c>{since}</c> that the facts
/// of the crisis fill. Never sent to the public by the system.
/// </summary>
public sealed record DraftTemplate
{
    public required string Id { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Text { get; init; }

    /// <summary>Roles of whom one must approve.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = ["lead"];
}
