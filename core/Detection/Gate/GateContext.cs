using Crisis.Core.Detection.Signals;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection.Gate;

/// <summary>What the gate weighs a finding by.</summary>
/// <param name="Windows">The windows of the finding's event, oldest first.</param>
/// <param name="Event">Their sum.</param>
/// <param name="Latest">The newest window, judged; null when there is none.</param>
/// <param name="Planned">The planned event that explains it, if one does.</param>
internal sealed record GateContext(
    Watch Watch, WatchMemory Memory, IReadOnlyList<WindowCounts> Windows, WindowCounts Event, WindowJudgement? Latest, PlannedEvent? Planned, DateTimeOffset Now)
{
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(30);

    public WatchHabits Habits => Memory.Habits;

    /// <summary>The last half hour of the event: what a joke has become, not what it was.</summary>
    public WindowCounts Recent { get; } = WindowSum.Of(Now, [.. Windows.Where(window => window.Start > Now - Recently - WindowCounts.Length)]);
}
