using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>What to do in one kind of crisis. Read from <c>playbooks/*.yaml</c>; one a kind ships with the product.</summary>
public sealed record Playbook
{
    public required CrisisKind Kind { get; init; }
    public LocalText Goal { get; init; } = LocalText.Empty;
    public IReadOnlyList<PlaybookStep> Steps { get; init; } = [];
    public IReadOnlyList<DraftTemplate> Drafts { get; init; } = [];

    /// <summary>When to get help from outside.</summary>
    public LocalText OutsideHelp { get; init; } = LocalText.Empty;

    /// <summary>What ends it.</summary>
    public LocalText Ends { get; init; } = LocalText.Empty;

    /// <summary>When the team last confirmed it, null when never.</summary>
    public DateOnly? Reviewed { get; init; }
}
