using Crisis.Core.Detection.Gate;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;

namespace Crisis.Core.Detection;

/// <summary>Asks all detectors about one look at a watch. Pure but for the question whose post it is that draws a crowd.</summary>
internal sealed class FindingSearch(OwnPostLookup ownText, IReadOnlyList<IDetector> detectors)
{
    /// <summary>Mentions that an ordinary time would have brought; nights bring a quarter of that.</summary>
    private const double LeastMissed = 24;

    /// <summary>Everything found, new or known.</summary>
    public async ValueTask<(List<Finding> New, WatchMemory Memory)> FindAsync(Watch watch, WindowWalk walk, DateTimeOffset now, CancellationToken cancellation)
    {
        var memory = walk.Memory;
        var found = new List<Finding>();
        var context = await ContextAsync(watch, walk, now, cancellation);
        foreach (var window in walk.Unusual)
        {
            var windows = walk.EventOf(window);
            foreach (var signal in SurgeRules.Find(watch.Id, window, WindowSum.Of(window.Counts.Start, windows), now))
            {
                var finding = new Finding(signal.Detector, Kind(signal, context), window, windows);
                var silent = signal.Detector == DetectorNames.Silence;
                if (silent && found.Exists(other => other.Key == finding.Key)) continue;
                Add(finding, byEvent: !silent);
                if (silent) memory = ToldRules.Seen(memory, finding);
            }
        }

        if (walk.Latest is { } latest) AddLatest(latest);

        if (context is not null)
        {
            foreach (var signal in detectors.SelectMany(detector => detector.Find(context)).Select(signal => Kind(signal, context)))
            {
                var finding = new Finding(KeyOf(signal), signal, walk.Latest!, context.Windows);
                Add(finding with { Signal = signal with { Id = IdOf(finding) } }, byEvent: false);
                memory = ToldRules.Seen(memory, finding);
            }
        }

        return (found, memory);

        void Add(Finding finding, bool byEvent)
        {
            if (ToldRules.News(memory, finding, byEvent) is { } news && !found.Exists(other => other.Key == news.Key && other.Window == news.Window)) found.Add(news);
        }

        void AddLatest(WindowJudgement window)
        {
            var held = HeldBack(memory, DetectorNames.Surge, now) || HeldBack(memory, DetectorNames.NegativeSurge, now);
            var planned = WatchContext.Planned(watch, window.Counts.Start);
            if (!held && planned is null) return;
            var windows = walk.EventOf(window);
            var sum = WindowSum.Of(window.Counts.Start, windows);
            foreach (var signal in held ? SurgeRules.Ongoing(watch.Id, window, sum, now) : [])
            {
                if (HeldBack(memory, signal.Detector, now)) Add(new Finding(signal.Detector, Kind(signal, context), window, windows, Again: true), byEvent: true);
            }

            if (planned is null) return;
            if (SurgeRules.Planned(watch.Id, window, walk.LastHour(), planned.Expect, sum, now) is not { } explained) return;
            var finding = new Finding($"{explained.Detector}|{planned.Name}", explained, window, windows, planned);
            Add(finding, byEvent: false);
            memory = ToldRules.Seen(memory, finding);
        }
    }

    // Weighed again as long as it may still be the event that was held back.
    private static bool HeldBack(WatchMemory memory, string detector, DateTimeOffset now) =>
        memory.Told.TryGetValue(detector, out var told) && told is { Escalated: false } && now - told.Window < TimeSpan.FromDays(1);

    private async ValueTask<DetectionContext?> ContextAsync(Watch watch, WindowWalk walk, DateTimeOffset now, CancellationToken cancellation)
    {
        var windows = walk.LastHour();
        if (windows.Count == 0 || now - windows[^1].Start > TimeSpan.FromHours(1)) return null;
        var hour = WindowSum.Of(windows[0].Start, windows);
        var from = now - TimeSpan.FromHours(6);
        var own = await OwnPostsAsync(watch, hour, now, cancellation);
        return new DetectionContext
        {
            Watch = watch,
            Now = now,
            Windows = windows,
            Hour = hour,
            Habits = walk.Memory.Habits,
            Season = walk.Season,
            Missed = Missed(walk, windows, from),
            OwnPosts = own.Keys.ToHashSet(StringComparer.Ordinal),
            CampaignPosts = own.Where(post => post.Value is not null).ToDictionary(post => post.Key, post => post.Value!, StringComparer.Ordinal),
        };
    }

    // Empty windows are an outage only where silence is not the custom: a brand that is named three times a day has few others.
    private static int Missed(WindowWalk walk, IReadOnlyList<WindowCounts> windows, DateTimeOffset from)
    {
        var missed = windows.Max(window => walk.MissedBefore(window.Start, from));
        return missed >= 3 && missed * walk.Memory.Mentions.Usual >= LeastMissed ? missed : 0;
    }

    // Of the brand's own posts that draw a crowd, by native id: the planned event whose hashtag it carries, or null.
    private async ValueTask<Dictionary<string, string?>> OwnPostsAsync(Watch watch, WindowCounts hour, DateTimeOffset now, CancellationToken cancellation)
    {
        var own = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (facet, count) in hour.Facets)
        {
            if (count.Mentions < PostBacklash.Crowd / 2 || !facet.StartsWith(Facet.OwnPost, StringComparison.Ordinal)) continue;
            var native = facet[Facet.OwnPost.Length..];
            var bar = native.IndexOf('|', StringComparison.Ordinal);
            if (await ownText(watch.Id, native[..bar], native[(bar + 1)..], cancellation) is { } text) own.Add(native, CampaignBackfire.CampaignOf(watch, text, now)?.Name);
        }

        return own;
    }

    private static Signal Kind(Signal signal, DetectionContext? context) =>
        context is null ? signal : signal with { Kind = KindRule.Of(signal.Kind, context) };

    // What it found makes another event of it: another target, another post.
    private static string KeyOf(Signal signal) =>
        signal.Notes is [{ Key: "target" or "post" or "planned-event" or "severe-word" } what, ..] ? $"{signal.Detector}|{what.Value}" : signal.Detector;

    private static string IdOf(Finding finding) => finding.Key == finding.Signal.Detector
        ? finding.Signal.Id
        : FormattableString.Invariant($"{finding.Signal.Id}-{(uint)Sentiment.Text.TextHash.Mix(Sentiment.Text.TextHash.Of(finding.Key)):x8}");
}
