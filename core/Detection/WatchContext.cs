using Crisis.Core.Detection.Volume;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>What a watch says about its volume at one moment: zone, sensitivity, planned events.</summary>
internal static class WatchContext
{
    public static VolumeOptions Options(Watch watch, DateTimeOffset at) => new()
    {
        TimeZone = watch.Zone,
        Sensitivity = watch.Sensitivity switch
        {
            Sensitivity.Careful => 0.7,
            Sensitivity.Eager => 1.4,
            _ => 1,
        },
        Expect = Planned(watch, at)?.Expect is { } expect && expect > 1 ? expect : 1,
    };

    /// <summary>The planned event that makes one expect most at that moment, if any.</summary>
    public static PlannedEvent? Planned(Watch watch, DateTimeOffset at) =>
        watch.PlannedEvents.Count == 0 ? null : watch.PlannedEvents.Where(planned => planned.Covers(at)).MaxBy(planned => planned.Expect);
}
