namespace Crisis.Core.Response;

/// <summary>
/// Who was called in the current round. A round begins when Respond begins, when an acknowledged crisis goes stale,
/// on relapse and when severity rises.
/// </summary>
public sealed record LadderState(int Round, DateTimeOffset? BeganAt, int RungsCalled, IReadOnlyList<Call> Calls)
{
    public static LadderState None { get; } = new(0, null, 0, []);
}
