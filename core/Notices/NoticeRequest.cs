using Crisis.Core.Escalation;

namespace Crisis.Core.Notices;

/// <summary>
/// What the life of a crisis wants said, to whom. The texts are made from it and the crisis's facts by the composer.
/// </summary>
public sealed record NoticeRequest
{
    /// <summary>Stable: <c>{crisis}/{reason}/{recipient}</c>. The same id is the same message.</summary>
    public required string Id { get; init; }

    public required string Crisis { get; init; }
    public required string Watch { get; init; }
    public required NoticeReason Reason { get; init; }

    /// <summary>A person's id (<c>person:ayse</c>) or a team channel's (<c>channel:teams</c>).</summary>
    public required string Recipient { get; init; }

    public required DateTimeOffset At { get; init; }
    public required CrisisKind Kind { get; init; }
    public required int Severity { get; init; }
    public required CrisisStage Stage { get; init; }

    /// <summary>What is asked of the recipient, and further facts, by key; see the composer.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
