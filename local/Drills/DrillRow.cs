using Crisis.Core.Mentions;

namespace Crisis.Local.Drills;

/// <summary>One readable row of a mentions file: for which watch, what, and on which line it stands.</summary>
public readonly record struct DrillRow(string Watch, Mention Mention, int Line);
