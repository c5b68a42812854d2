using Crisis.Core.Aftermath.Charts;
using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Web.Charts;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;

namespace Crisis.Web.Crises;

/// <summary>
/// Reads what the page of a crisis shows: its row, the last lines of its timeline, its drafts and the windows of its
/// chart. Never a mention: the page costs the same whether there are ten of them or a million.
/// </summary>
public sealed class CrisisQuery(CrisisTable crises, Timeline timeline, DraftTexts drafts, Complaints complaints, IWatchSeries series, SignedLinks links)
{
    private const int FewLines = 40, FewComplaints = 6, MostSources = 6, SparkBuckets = 60;

    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    /// <summary>The model, or null when there is no such crisis or the visitor may not see it.</summary>
    public async ValueTask<CrisisModel?> ReadAsync(PageVisit visit, DecisionReceipt? receipt)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var state = await crises.FindAsync(visit.Place("id"), visit.Cancellation);
        if (state is null) return null;
        var watch = visit.Config.WatchOf(state.Watch);
        var visitor = visit.Visitor!;
        if (!visitor.Sees(watch)) return null;
        var subject = await CrisisSubjects.OfAsync(crises, state, visit);
        var playbook = visit.Config.PlaybookOf(state.Kind);
        var hours = CrisisChartSpan.Hours(visit.Asked("span"), state, visit.Now);
        var all = visit.Asked("lines") == "all";
        var from = all ? 0 : Math.Max(0, state.Lines - FewLines);
        var lines = await timeline.ReadAsync(state.Id, from, all ? 1000 : FewLines, visit.Cancellation);
        var texts = state.Drafts.Count == 0 ? [] : await drafts.ListAsync(state.Id, visit.Cancellation);
        var routed = state.Complaints.Routed == 0 ? [] : await complaints.NewestAsync(state.Id, FewComplaints, visit.Cancellation);
        var latest = texts.GroupBy(t => t.Draft).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Version)!);
        var points = await PointsAsync(state, hours, visit);
        return new CrisisModel
        {
            State = state,
            Brand = watch.Name,
            Zone = watch.TimeZone,
            Playbook = playbook,
            Chart = new CrisisChartModel(ChartBuckets.Of(points), CrisisMoments.Of(state), watch.TimeZone),
            Phases = await PhasesAsync(state, points, visit),
            BySource = BySource(points),
            ChartHours = hours,
            People = subject.People.ToDictionary(p => p.Id, p => p.Name),
            Lines = [.. lines.Reverse()],
            MoreLines = from > 0,
            Drafts = latest,
            Complaints = [.. routed.OrderBy(c => c.AnsweredAt is not null).ThenByDescending(c => c.At).Take(FewComplaints)],
            Asked = [.. DecisionForms.Asked(state, visitor.Person).Select(v => DecisionForms.Make(visit, v, subject) with { Primary = true })],
            NextStep = DecisionForms.NextStep(state, visitor.Person),
            Others = [.. DecisionForms.Others(state, visitor.Person, subject).Select(v => DecisionForms.Make(visit, v, subject))],
            StepForms = StepForms(visit, state, subject),
            DraftForms = DraftForms(visit, state, subject, latest),
            Receipt = receipt,
            SurveyLink = SurveyLink(state, visit),
            Earlier = await EarlierAsync(state, visit),
            HasReport = state.Aftermath.ReportVersion > 0,
        };
    }

    private string? SurveyLink(CrisisState state, PageVisit visit) =>
        state.Aftermath.SurveyOpenedAt is { } opened && visit.Now < opened + NoticeLinks.SurveyLife
            ? NoticeLinks.Survey(visit.Settings.PublicUrl, links, state.Id, opened).AbsoluteUri
            : null;

    private async ValueTask<Dictionary<string, CrisisSummary>> EarlierAsync(CrisisState state, PageVisit visit)
    {
        var found = new Dictionary<string, CrisisSummary>();
        foreach (var lesson in state.Aftermath.Lessons.Where(l => LessonCases.Shipped.All(c => c.Id != l.Case)))
        {
            if (await crises.FindAsync(lesson.Case, visit.Cancellation) is { } own) found[own.Id] = CrisisSummary.Of(own);
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<SeriesPoint>> PointsAsync(CrisisState state, int hours, PageVisit visit)
    {
        var (from, before) = CrisisChartSpan.Of(state, hours, visit.Now);
        return await series.ReadAsync(state.Watch, from, before, visit.Cancellation);
    }

    /// <summary>From the chart's windows and two hours before the crisis; of a long one, the time in it is counted by its totals.</summary>
    private async ValueTask<IReadOnlyList<ReputationPhase>> PhasesAsync(CrisisState state, IReadOnlyList<SeriesPoint> points, PageVisit visit)
    {
        var begin = WindowCounts.StartOf(state.Since);
        IReadOnlyList<SeriesPoint> earlier = points.Count > 0 && points[0].Start >= begin
            ? await series.ReadAsync(state.Watch, begin - Usual, begin, visit.Cancellation)
            : [];
        var calm = state.RecoveredAt ?? state.ClosedAt;
        var phases = Reputation.Of([.. earlier, .. points], state.Since, calm);
        var hours = ((calm ?? visit.Now) - state.Since).TotalHours;
        return hours <= 0 || state.Totals.Mentions == 0
            ? phases
            : [.. phases.Select(p => p.Key == "during" ? p with { Hours = hours, Mentions = state.Totals.Mentions, Negative = state.Totals.Negative } : p)];
    }

    private static List<KeyValuePair<string, IReadOnlyList<ChartBucket>>> BySource(IReadOnlyList<SeriesPoint> points) =>
    [
        .. points.SelectMany(p => p.Sources)
            .GroupBy(s => s.Key, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(s => s.Value.Mentions))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostSources)
            .Select(g => KeyValuePair.Create(g.Key, ChartBuckets.Of([.. points.Select(p => Of(p, g.Key))], SparkBuckets))),
    ];

    private static SeriesPoint Of(SeriesPoint point, string source) =>
        point.Sources.TryGetValue(source, out var n) ? new SeriesPoint(point.Start, n.Mentions, n.Negative) : new SeriesPoint(point.Start, 0, 0);

    private static Dictionary<string, IReadOnlyList<DecisionFormModel>> StepForms(PageVisit visit, CrisisState state, DecisionSubject subject) =>
        !state.Open ? [] : state.Steps.Where(s => s.Status == StepStatus.Open).ToDictionary(
            s => s.Id,
            s => (IReadOnlyList<DecisionFormModel>)
            [
                Bare(DecisionForms.Make(visit, DecisionVerb.StepDone, subject, ("step", s.Id))),
                DecisionForms.Make(visit, DecisionVerb.StepDone, subject, ("step", s.Id)) with { Key = $"note-{s.Id}" },
                DecisionForms.Make(visit, DecisionVerb.StepSkip, subject, ("step", s.Id)),
            ]);

    /// <summary>The form as one button.</summary>
    private static DecisionFormModel Bare(DecisionFormModel form) =>
        form with { Fields = [.. form.Fields.Where(f => f.Kind == DecisionFieldKind.Given)] };

    private static Dictionary<string, IReadOnlyList<DecisionFormModel>> DraftForms(
        PageVisit visit, CrisisState state, DecisionSubject subject, Dictionary<string, DraftText> texts) =>
        state.Drafts.Where(d => d.Status != DraftStatus.Approved && texts.ContainsKey(d.Id)).ToDictionary(
            d => d.Id,
            d => (IReadOnlyList<DecisionFormModel>)
            [
                DecisionForms.Make(visit, DecisionVerb.DraftApprove, subject, ("draft", d.Id), ("version", d.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                .. texts[d.Id].Texts.Select(t => DecisionForms.Make(visit, DecisionVerb.DraftEdit, subject, ("draft", d.Id), ("language", t.Key), ("text", t.Value))
                    with { Button = $"{visit.Words["drafts.save"]} ({t.Key})" }),
            ]);
}
