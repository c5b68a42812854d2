namespace Crisis.Core.Detection;

/// <summary>
/// How bad a finding looks at first: how many times the expected, how many at all, how far it reaches. People and the
/// crisis's own numbers correct it later.
/// </summary>
internal static class FirstSeverity
{
    public static int Of(double observed, double expected, WindowCounts @event)
    {
        var times = observed / Math.Max(expected, 1);
        var excess = observed - expected;
        var severity = (times, excess) switch
        {
            ( >= 12, >= 150) => 1,
            ( >= 5, >= 25) => 2,
            ( >= 2.5, >= 8) => 3,
            _ => 4,
        };

        // A few voices that millions hear are not a small matter.
        return @event.Reach >= 5_000_000 ? Math.Min(severity, 1) : @event.Reach >= 1_000_000 ? Math.Min(severity, 2) : severity;
    }
}
