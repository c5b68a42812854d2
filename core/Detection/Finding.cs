using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>A signal before the gate.</summary>
/// <param name="Key">What is told once: the detector, and what it found (a target, a post).</param>
/// <param name="Again">Only of interest when it is handed over now: it was told as held back.</param>
internal sealed record Finding(string Key, Signal Signal, WindowJudgement Window, IReadOnlyList<WindowCounts> Windows, PlannedEvent? Planned = null, bool Again = false);
