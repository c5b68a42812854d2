namespace Crisis.Web.Actions;

/// <summary>What was promised after all crises of the visitor's watches.</summary>
public sealed record ActionsModel
{
    /// <summary>Not done yet, the first due first.</summary>
    public required IReadOnlyList<CrisisAction> Open { get; init; }

    /// <summary>Done or dropped, of the newest crises.</summary>
    public required IReadOnlyList<CrisisAction> Settled { get; init; }
}
