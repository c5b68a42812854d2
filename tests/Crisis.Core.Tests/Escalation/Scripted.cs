using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Escalation;

/// <summary>Numbers of windows as a scenario wrote them; windows nobody wrote of are quiet.</summary>
public sealed class ScriptedMeasures : ICrisisMeasures
{
    private readonly SortedDictionary<DateTimeOffset, (int Mentions, int Negative)> _windows = [];

    /// <summary>An hour expects so many; a window outside has more than this many negatives.</summary>
    public const int Band = 5;

    public void Between(DateTimeOffset from, DateTimeOffset before, int mentions, int negative)
    {
        for (var at = WindowCounts.StartOf(from); at < before; at += WindowCounts.Length) _windows[at] = (mentions, negative);
    }

    public ValueTask<Measurement> MeasureAsync(CrisisState crisis, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var judged = Windows(WindowCounts.StartOf(from), now).ToList();
        var hour = Windows(WindowCounts.StartOf(now) - TimeSpan.FromHours(1), now).ToList();
        var all = Windows(WindowCounts.StartOf(crisis.Since), now).ToList();
        var peak = all.OrderByDescending(w => w.Mentions).FirstOrDefault();
        var (mentions, negative) = (hour.Sum(w => w.Mentions), hour.Sum(w => w.Negative));
        return new(new Measurement
        {
            At = now,
            Windows = [.. judged.TakeLast(300)],
            Skipped = Math.Max(0, judged.Count - 300),
            HourMentions = mentions,
            HourNegative = negative,
            HourExpectedMentions = 24,
            HourExpectedNegative = 6,
            NegativeShare = mentions == 0 ? null : (double)negative / mentions,
            Totals = new CrisisTotals(all.Sum(w => w.Mentions), all.Sum(w => w.Negative), all.Sum(w => w.Mentions) * 500L, peak?.Mentions ?? 0, peak?.Start),
            BySource = new Dictionary<string, int> { ["mastodon"] = judged.Sum(w => w.Mentions) },
        });
    }

    /// <summary>When it was asked how a crisis spreads.</summary>
    public List<DateTimeOffset> Gathered { get; } = [];

    /// <summary>What it is about, and in how many minutes it doubles.</summary>
    public string Topic { get; set; } = "teslimat";

    public double? Doubling { get; set; } = 20;

    public ValueTask<SpreadReport> GatherAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default)
    {
        Gathered.Add(now);
        return new(Spread(since, now));
    }

    private SpreadReport Spread(DateTimeOffset since, DateTimeOffset now) => new()
    {
        At = now,
        BeganIn = "mastodon",
        DoublingMinutes = Doubling,
        FirstPosts = [new TellingPost("mastodon", "1", since, "Kargom üç haftadır gelmedi!")],
        Targets = [new EvidenceCount(Topic, 40, 30)],
        Sources = [new EvidenceCount("mastodon", 40, 30)],
        Authors = 35,
    };

    // A window is sealed when it is over.
    private IEnumerable<WindowVerdict> Windows(DateTimeOffset from, DateTimeOffset now)
    {
        for (var at = from; at + WindowCounts.Length <= now; at += WindowCounts.Length)
        {
            var (mentions, negative) = _windows.GetValueOrDefault(at, (2, 0));
            yield return new WindowVerdict(at, mentions, negative, negative <= Band, mentions <= 4 * Band);
        }
    }
}

/// <summary>Takes notices and remembers them with the time; can be told whom it cannot reach.</summary>
public sealed class ScriptedNotices(TimeProvider clock) : INoticeSender
{
    public List<(DateTimeOffset At, NoticeRequest Notice)> Sent { get; } = [];
    public HashSet<string> Unreachable { get; } = [];

    public ValueTask<NoticeResult> SendAsync(NoticeRequest request, CancellationToken cancellation = default)
    {
        if (Unreachable.Contains(request.Recipient)) return new(new NoticeResult(false, null, "no channel"));
        Sent.Add((clock.GetUtcNow(), request));
        return new(new NoticeResult(true, "outbox", null));
    }
}

public sealed class ScriptedConfig(CrisisConfig config) : IConfigSource
{
    public CrisisConfig Config { get; set; } = config;

    public ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default) => new(Config);
}

/// <summary>Remembers who was to be started, rung, resumed.</summary>
public sealed class ScriptedStarter : ICrisisStarter
{
    public List<string> Started { get; } = [];
    public List<string> Rung { get; } = [];
    public HashSet<string> Live { get; } = [];

    public ValueTask StartAsync(string crisis, CancellationToken cancellation = default)
    {
        if (!Started.Contains(crisis)) Live.Add(crisis);
        Started.Add(crisis);
        return default;
    }

    public ValueTask RingAsync(string crisis, CancellationToken cancellation = default)
    {
        Rung.Add(crisis);
        return default;
    }

    public ValueTask ResumeAsync(string crisis, CancellationToken cancellation = default)
    {
        Live.Add(crisis);
        return default;
    }
}

/// <summary>The ports that other rooms fill: customer service, scheduler, library, report.</summary>
public sealed class ScriptedRooms : IComplaintRouter, IPublishingPause, ILessonLibrary, IReportWriter
{
    public ComplaintTotals Complaints { get; set; } = ComplaintTotals.None;
    public List<(string Crisis, int Version, CrisisState State)> Reports { get; } = [];
    public List<(string Key, bool Resume)> Pauses { get; } = [];
    public string? PauseAnswer { get; set; } = "paused 3 posts";

    public ValueTask<ComplaintTotals> RouteAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default) => new(Complaints);

    public ValueTask<string?> AskAsync(CrisisState crisis, bool resume, string key, CancellationToken cancellation = default)
    {
        if (!Pauses.Contains((key, resume))) Pauses.Add((key, resume));
        return new(PauseAnswer);
    }

    public ValueTask<IReadOnlyList<LessonMatch>> FindAsync(CrisisState crisis, CancellationToken cancellation = default) =>
        new([new LessonMatch("blackout-humour", 0.6, ["kind"]), new LessonMatch("answered-complaint", 0.8, ["kind", "target"])]);

    public ValueTask WriteAsync(CrisisState crisis, int version, CancellationToken cancellation = default)
    {
        Reports.RemoveAll(r => r.Crisis == crisis.Id && r.Version == version);
        Reports.Add((crisis.Id, version, crisis));
        return default;
    }
}
