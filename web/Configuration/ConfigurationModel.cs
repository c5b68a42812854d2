using Crisis.Core.Escalation;
using Crisis.Web.Decisions;

namespace Crisis.Web.Configuration;

/// <summary>The configuration page: files, silences, planned events, and who changed what.</summary>
public sealed record ConfigurationModel
{
    public required IReadOnlyList<string> Files { get; init; }
    public IReadOnlyList<ConfigListed> Rosters { get; init; } = [];
    public IReadOnlyList<ConfigListed> Events { get; init; } = [];
    public bool ReadOnly { get; init; }

    /// <summary>What was saved a moment ago; null when nothing was.</summary>
    public string? Saved { get; init; }

    public required IReadOnlyList<Silence> Silences { get; init; }
    public required IReadOnlyList<ConfigChange> Changes { get; init; }
    public required DecisionFormModel SilenceForm { get; init; }
    public required string EndToken { get; init; }

    /// <summary>Whether the visitor may change files: leads only.</summary>
    public bool MayEdit { get; init; }

    public DecisionReceipt? Receipt { get; init; }
}
