using Crisis.Core.Detection;
using Crisis.Core.Detection.Gate;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Detection.Volume;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Detection;

/// <summary>An hour of a watch as the detectors and the gate see it, said in few words.</summary>
internal static class LookedAt
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    public static readonly Watch Kuzey = new() { Id = "kuzey", Name = "Kuzey Kargo", TimeZone = "Europe/Istanbul" };

    /// <summary>Four weeks of 3 mentions a window, of which one is positive and 0.6 are negative; posts at 6 to 14 o'clock.</summary>
    public static readonly WatchHabits Known = new()
    {
        Windows = 8064,
        Scored = 3,
        Negative = 0.6,
        Positive = 1,
        Replies = 0.2,
        NegativeReplies = 0.04,
        Own = new OwnHabits
        {
            Posts = 150,
            Hours = [.. Enumerable.Range(0, 24).Select(hour => hour is >= 6 and <= 17 ? 12.5 : 0)],
            Known = new Dictionary<string, double> { [Facet.OwnLink + "kuzeykargo.example"] = 120, [Facet.OwnLanguage + "tr"] = 150 },
            Fastest = 1,
        },
    };

    public static DistinctSketch People(int count, uint first = 0) => new([.. Enumerable.Range(0, count).Select(i => first + (uint)i)]);

    public static FacetCount Count(int mentions, int negative, int authors) => new(mentions, negative, People(authors));

    /// <summary>A window that begins so many minutes before noon.</summary>
    public static WindowCounts Window(int minutesBefore, int mentions, int negative = 0, int positive = 0, int own = 0, int? authors = null, params (string Facet, FacetCount Count)[] facets) => new()
    {
        Start = Noon.AddMinutes(-minutesBefore),
        Mentions = mentions,
        Negative = negative,
        Positive = positive,
        Neutral = mentions - negative - positive,
        Own = own,
        Authors = People(authors ?? mentions),
        Facets = facets.ToDictionary(facet => facet.Facet, facet => facet.Count),
    };

    public static DetectionContext Hour(Watch watch, WatchHabits habits, params WindowCounts[] windows) => new()
    {
        Watch = watch,
        Now = Noon,
        Windows = windows,
        Hour = WindowSum.Of(windows[0].Start, windows),
        Habits = habits,
    };

    public static GateContext Weighed(WatchHabits habits, IReadOnlyList<WindowCounts> windows, WindowJudgement? latest = null, PlannedEvent? planned = null, Watch? watch = null) =>
        new(watch ?? Kuzey, new WatchMemory { Watch = "kuzey", Habits = habits }, windows, WindowSum.Of(windows[0].Start, windows), latest, planned, Noon);

    public static WindowJudgement Judged(WindowCounts window, DateTimeOffset? since = null) =>
        new(window, new VolumeVerdict(0, window.Mentions, 1, 0, 3, 0, since, Learning: false, 0), null, null, Open: false);

    public static Signal Signal(string detector = DetectorNames.NegativeSurge, int severity = 2, double observed = 40, double expected = 2, CrisisCause cause = CrisisCause.Mentions, params SignalNote[] notes) => new()
    {
        Id = "kuzey-" + detector,
        Watch = "kuzey",
        Detector = detector,
        Cause = cause,
        At = Noon,
        Since = Noon.AddMinutes(-20),
        Observed = observed,
        Expected = expected,
        Surprise = 9,
        Kind = CrisisKind.ComplaintWave,
        Severity = severity,
        Notes = notes,
    };
}
