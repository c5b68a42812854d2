using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Language;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Aftermath.Reports;

/// <summary>Reads what a report is made from. No mention is read: the report costs the same for ten of them or a million.</summary>
public sealed class ReportGathering(IRowStore store, IConfigSource config, IWatchSeries series)
{
    private const int MostLines = 400;
    private const int MostPast = 1000;

    /// <summary>A chart of more than this shows its first part: that is where the crisis was.</summary>
    private static readonly TimeSpan LongestChart = TimeSpan.FromDays(31);

    private static readonly TimeSpan Around = TimeSpan.FromHours(2);

    private static readonly TimeSpan UsualDay = TimeSpan.FromHours(22);

    private readonly CrisisTable _crises = new(store);
    private readonly Timeline _timeline = new(store);
    private readonly DraftTexts _drafts = new(store);
    private readonly Complaints _complaints = new(store);
    private readonly NoticeLog _notices = new(store);
    private readonly DetectorFeedbacks _feedback = new(store);
    private readonly SurveyAnswers _survey = new(store);
    private readonly KnownProblems _problems = new(store);

    public async ValueTask<ReportMaterial> GatherAsync(CrisisState crisis, int version, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var current = await config.CurrentAsync(cancellation);
        var watch = current.WatchOf(crisis.Watch);
        var language = watch.Languages.Count > 0 && Texts.Shared.Languages.Contains(watch.Languages[0]) ? watch.Languages[0] : "en";
        var (lines, leftOut) = await LinesAsync(crisis, cancellation);
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in current.TeamOf(watch.Team).People.Concat(crisis.Plan?.People ?? [])) people[person.Id] = person.Name;
        return new ReportMaterial
        {
            Crisis = crisis,
            Version = version,
            Watch = watch,
            Playbook = current.PlaybookOf(crisis.Plan?.Kind ?? crisis.Kind),
            Words = Wording.For(language, watch.TimeZone),
            People = people,
            Past = await PastAsync(crisis, cancellation),
            Series = await SeriesAsync(crisis, cancellation),
            Before = await series.ReadAsync(crisis.Watch, WindowCounts.StartOf(crisis.Since - Around - UsualDay), WindowCounts.StartOf(crisis.Since - Around), cancellation),
            Lines = lines,
            LinesLeftOut = leftOut,
            Drafts = await _drafts.ListAsync(crisis.Id, cancellation),
            Complaints = await _complaints.ListAsync(crisis.Id, cancellation),
            Notices = await _notices.OfCrisisAsync(crisis.Id, cancellation),
            LostNotices = await _notices.LostAsync(crisis.Id, cancellation),
            Feedback = await _feedback.ListAsync(crisis.Watch, cancellation),
            Survey = await _survey.ListAsync(crisis.Id, cancellation),
            Problems = await _problems.OfCrisisAsync(crisis, cancellation),
        };
    }

    private async ValueTask<IReadOnlyList<CrisisSummary>> PastAsync(CrisisState crisis, CancellationToken cancellation) =>
    [
        .. (await _crises.ListAsync(MostPast, crisis.OpenedAt, cancellation)).Where(past =>
            past.Watch == crisis.Watch
            && past.Id != crisis.Id
            && past.Drill == crisis.Drill
            && past.End is not (null or CrisisEnd.Dismissed or CrisisEnd.Merged)),
    ];

    private async ValueTask<IReadOnlyList<SeriesPoint>> SeriesAsync(CrisisState crisis, CancellationToken cancellation)
    {
        var last = crisis.RecoveredAt ?? crisis.ClosedAt ?? crisis.SeenAt;
        var from = WindowCounts.StartOf(crisis.Since - Around);
        if (last < crisis.OpenedAt) last = crisis.OpenedAt;
        // What has not happened yet is not nought.
        var seen = crisis.SeenAt > last ? crisis.SeenAt : last;
        var before = WindowCounts.StartOf(last + Around < seen ? last + Around : seen) + WindowCounts.Length;
        if (before - from > LongestChart) before = from + LongestChart;
        return await series.ReadAsync(crisis.Watch, from, before, cancellation);
    }

    /// <summary>
    /// All lines of a short crisis. Of a long one those without the notices (their delivery is told in figures), and of a
    /// very long one the beginning and the end.
    /// </summary>
    private async ValueTask<(IReadOnlyList<CrisisEvent> Lines, int LeftOut)> LinesAsync(CrisisState crisis, CancellationToken cancellation)
    {
        var all = new List<CrisisEvent>();
        while (await _timeline.ReadAsync(crisis.Id, all.Count, 1000, cancellation) is { Count: > 0 } page) all.AddRange(page);
        if (all.Count <= MostLines) return (all, 0);
        var kept = all.Where(line => line.Event != "notice").ToList();
        if (kept.Count > MostLines) kept = [.. kept.Take(MostLines / 2), .. kept.TakeLast(MostLines / 2)];
        return (kept, all.Count - kept.Count);
    }
}
