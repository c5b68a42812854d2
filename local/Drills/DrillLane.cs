using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Local.Drills;

/// <summary>Some watches of a drill, with a pipeline, a clock and a store of their own.</summary>
internal sealed record DrillLane(IReadOnlySet<string> Watches, VirtualClock Clock, ServiceProvider Services);
