using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching.Configuration;

namespace Crisis.Web.Tests.Samples;

/// <summary>A wave of complaints about parcels that are not delivered, half an hour after it was found.</summary>
public static class SampleCrisis
{
    public const string Id = "kuzey-20260302-0835-mentions";

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 5, 0, TimeSpan.Zero);

    public static DateTimeOffset Opened { get; } = new(2026, 3, 2, 8, 35, 0, TimeSpan.Zero);

    /// <summary>Not acknowledged yet, in Respond, steps and drafts open.</summary>
    public static CrisisState State => new()
    {
        Id = Id,
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        Stage = CrisisStage.Respond,
        Since = SampleSeries.Began,
        OpenedAt = Opened,
        StageSince = Opened.AddMinutes(3),
        RespondedAt = Opened.AddMinutes(3),
        Plan = Plan,
        Signals = [Signal],
        Spread = Spread,
        Last = new Measurement
        {
            At = Now,
            HourMentions = 214,
            HourNegative = 139,
            HourExpectedMentions = 46,
            HourExpectedNegative = 7,
            NegativeShare = .68,
        },
        Totals = new CrisisTotals(241, 158, 184_300, 47, Now.AddMinutes(-10)),
        Steps = [.. ShippedConfig.Playbooks[CrisisKind.ComplaintWave].Steps.Select((s, i) => new StepState(s.Id, s.Role == "lead" ? "ayse" : "mehmet", Opened.AddMinutes(10 + (15 * i)), StepStatus.Open))],
        Drafts = [.. ShippedConfig.Playbooks[CrisisKind.ComplaintWave].Drafts.Select(d => new DraftState(d.Id, DraftStatus.Offered, 1))],
        Complaints = new ComplaintTotals(3, 1, 12, 1, 0),
        Lines = Lines.Count,
        WakeAt = Now.AddMinutes(5),
    };

    /// <summary>Contained, with causes named and its report written.</summary>
    public static CrisisState Reported => State with
    {
        Stage = CrisisStage.MonitorAfter,
        Lead = "ayse",
        AcknowledgedAt = Opened.AddMinutes(9),
        ContainedAt = Opened.AddMinutes(20),
        Steps = [.. State.Steps.Select((s, i) => i < 3 ? s with { Status = StepStatus.Done, By = s.Owner, At = Opened.AddMinutes(12 + (5 * i)), Note = "tamam" } : s)],
        Aftermath = AftermathState.None with
        {
            ReportVersion = 1,
            ReportAsked = 1,
            SurveyOpenedAt = Now.AddMinutes(-5),
            Actions =
            [
                new PreventiveAction("1", "Bant için yedek motor alınacak", "mehmet", Now.AddDays(14), ActionStatus.Open),
                new PreventiveAction("2", "Aktarma merkezi her sabah arıza bildirecek", "ayse", Now.AddDays(-1), ActionStatus.Open),
            ],
            Causes = [new NamedCause("c1", "Aktarma merkezinde bant arızası", "ayse", Now)],
            Lessons = [new LessonMatch("answered-complaint", .8, ["kind", "target"])],
        },
    };

    private static CrisisPlan Plan => PlanTaking.Take(SampleConfig.Config, "kuzey", CrisisKind.ComplaintWave, Opened);

    public static IReadOnlyList<CrisisEvent> Lines { get; } =
    [
        Line(0, "opened", detail: ("kind", "complaint-wave")) with { Kind = CrisisKind.ComplaintWave, Detail = new Dictionary<string, string>() },
        Line(3, "stage") with { Stage = CrisisStage.Respond },
        Line(3, "notice", detail: ("to", "person:ayse")),
        Line(18, "notice", detail: ("to", "person:mehmet")),
        Line(20, "decision", "mehmet", ("text", "Aktarma merkezinde bant arızası var, ekip yolda. Tel 0532 123 45 67")),
        Line(25, "severity") with { Severity = 2 },
    ];

    public static IReadOnlyList<Complaint> Complaints { get; } =
    [
        Complaint("1", "Üç gündür kargom dağıtıma çıktı görünüyor, arayan soran yok.", null),
        Complaint("2", "Parcel says delivered, nobody came. Call me on 0532 123 45 67 please.", null),
        Complaint("3", "Şubede iki saat bekledim, paketim yokmuş.", Now.AddMinutes(-8)),
    ];

    public static IReadOnlyList<TellingPost> Posts { get; } =
    [
        Post("mastodon", "101", 0, "Kuzey Kargo'dan üç gündür haber yok, paketim nerede? Bu kaçıncı? #kuzeykargo", "@zeynep@sosyal.example", 820),
        Post("bluesky", "b7", 9, "Kuzey Kargo lost my parcel again. Support does not answer. @kuzeykargo.example", "sam.example", 5400, repeats: 3),
        Post("feed", "n4", 31, "Kuzey Kargo'da dağıtım durdu: yüzlerce şikâyet", null, null),
        Post("mastodon", "130", 33, "Şubede iki saat bekledim, kimse bilgi vermiyor. Rezalet.", "@ali@sosyal.example", 96),
    ];

    private static SpreadReport Spread => new()
    {
        At = Now,
        BeganIn = "mastodon",
        FirstPosts = [Posts[0]],
        LoudestPosts = [Posts[1], Posts[2], Posts[3]],
        DoublingMinutes = 14,
        Sources = [new("mastodon", 139, 101, 96), new("bluesky", 88, 52, 61), new("feed", 14, 5, 9)],
        Targets = [new("kargo", 121, 96, 80), new("şube", 44, 38, 31), new("müşteri hizmetleri", 31, 27, 25)],
        Hashtags = [new("#kuzeykargo", 63, 51, 44)],
        Authors = 166,
        LoudestAuthorShare = .04,
    };

    private static Signal Signal => new()
    {
        Id = "kuzey/negative-surge/1",
        Watch = "kuzey",
        Detector = "negative-surge",
        Cause = CrisisCause.Mentions,
        At = Opened,
        Since = SampleSeries.Began,
        Observed = 61,
        Expected = 3.2,
        Surprise = 24,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        Notes = [new SignalNote("known-problem", "bant arızası")],
        Evidence = new SignalEvidence { Posts = Posts, Targets = [new("kargo", 40, 33)], Authors = 52, Mentions = 80, Negative = 61 },
    };

    private static TellingPost Post(string source, string id, int minutes, string text, string? handle, int? followers, int repeats = 1) =>
        new(source, id, SampleSeries.Began.AddMinutes(minutes), text)
        {
            Handle = handle,
            Followers = followers,
            Url = $"https://{source}.example/{id}",
            Label = SentimentLabel.Negative,
            Repeats = repeats,
        };

    private static Complaint Complaint(string id, string text, DateTimeOffset? answered) => new()
    {
        Id = id,
        Crisis = Id,
        Source = "mastodon",
        Mention = id,
        At = Now.AddMinutes(-20),
        Text = text,
        Url = $"https://mastodon.example/{id}",
        RoutedAt = Now.AddMinutes(-19),
        AnsweredAt = answered,
    };

    private static CrisisEvent Line(int minutes, string what, string? by = null, (string, string)? detail = null) => new()
    {
        At = Opened.AddMinutes(minutes),
        Event = what,
        Watch = "kuzey",
        Crisis = Id,
        By = by,
        Detail = detail is { } d ? new Dictionary<string, string> { [d.Item1] = d.Item2 } : new Dictionary<string, string>(),
    };
}
