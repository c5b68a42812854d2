using Crisis.Core.Notices;

namespace Crisis.Core.Response;

/// <summary>
/// Who was called in the current round. A round begins when Respond begins, when an acknowledged crisis goes stale,
/// on relapse and when severity rises.
/// </summary>
public sealed record LadderState(int Round, DateTimeOffset? BeganAt, int RungsCalled, IReadOnlyList<Call> Calls)
{
    /// <summary>Why the round began: people are called with this reason.</summary>
    public NoticeReason Reason { get; init; } = NoticeReason.First;

    /// <summary>Everybody who was called in any round, by id.</summary>
    public IReadOnlyList<string> Ever { get; init; } = [];

    /// <summary>Operations were told that this round reached nobody.</summary>
    public bool NobodyReached { get; init; }

    public static LadderState None { get; } = new(0, null, 0, []);
}
