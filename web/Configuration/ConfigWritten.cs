using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Configuration;

/// <summary>What became of a change: kept; or faults; or, with neither, somebody else was faster.</summary>
public sealed record ConfigWritten(bool Kept, IReadOnlyList<ConfigFault> Faults);
