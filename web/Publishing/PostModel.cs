namespace Crisis.Web.Publishing;

/// <summary>The pre-publication page: the text, and what was found once it was checked.</summary>
public sealed record PostModel(IReadOnlyList<Decisions.DecisionOption> Watches, string Token)
{
    public string Watch { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>Null before the first check.</summary>
    public IReadOnlyList<PostFinding>? Findings { get; init; }
}
