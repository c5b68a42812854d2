using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Sentiment;

namespace Crisis.Core.Tests.Notices;

/// <summary>A made-up crisis of a made-up brand, rich enough to fill every line of a notice.</summary>
internal static class NoticeSample
{
    public static readonly DateTimeOffset Since = new(2026, 3, 2, 9, 15, 0, TimeSpan.Zero);

    public static readonly Person Ayse = new() { Id = "ayse", Name = "Ayşe Demir", Roles = ["lead"], Language = "tr", Email = "ayse@kuzey.example", Phone = "+905321112233" };
    public static readonly Person John = new() { Id = "john", Name = "John O'Neil", Roles = ["communications"], Language = "en", Email = "john@kuzey.example" };

    public static CrisisState State { get; } = new()
    {
        Id = "kuzey-20260302-0915-mentions",
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        Stage = CrisisStage.Respond,
        Since = Since,
        OpenedAt = Since.AddMinutes(12),
        RespondedAt = Since.AddMinutes(15),
        ContainedAt = Since.AddHours(5),
        RecoveredAt = Since.AddHours(26).AddMinutes(10),
        Lead = "ayse",
        Signals = [Signal("negative-surge", 412, 14.2), Signal("complaint-wave", 96, 3)],
        Spread = new SpreadReport
        {
            At = Since.AddMinutes(14),
            BeganIn = "mastodon",
            DoublingMinutes = 18,
            Authors = 351,
            LoudestAuthorShare = 0.12,
            Sources = [new("mastodon", 310, 290), new("bluesky", 102, 98)],
            Targets = [new("kargo", 260, 255), new("teslimat", 120, 118), new("müşteri hizmetleri", 64, 60)],
            Hashtags = [new("#kuzeykargo", 180, 170)],
            LoudestPosts =
            [
                new("mastodon", "1", Since.AddMinutes(2), "Kargom on gündür yolda, arıyorum açan yok! Bilgi için 0532 111 22 33 numarasını arayın ya da https://kotu.example/kargo?x=1 adresine bakın") { Handle = "@deniz@sosyal.example", Followers = 12400, Label = SentimentLabel.Negative, Repeats = 7 },
                new("bluesky", "2", Since.AddMinutes(4), "*Kuzey Kargo* [rezalet](https://kotu.example) <script>alert(1)</script> {{DATE(2026-01-01,SHORT)}}") { Handle = "can.example", Followers = 1, Label = SentimentLabel.Negative },
            ],
            FirstPosts = [new("mastodon", "0", Since, "Kuzey Kargo paketimi kaybetti.") { Handle = "@ece@sosyal.example", Label = SentimentLabel.Negative }],
        },
        Last = new Measurement
        {
            At = Since.AddMinutes(60),
            HourMentions = 1240,
            HourNegative = 830,
            HourExpectedMentions = 95,
            HourExpectedNegative = 14,
            NegativeShare = 0.67,
            Totals = new CrisisTotals(1540, 990, 2_450_000, 160, Since.AddMinutes(35)),
        },
        CalmWindows = 13,
        Relapses = 2,
        Complaints = new ComplaintTotals(120, 87, 14, 30, 5),
        End = CrisisEnd.Recovered,
    };

    public static NoticeContext Context { get; } = new()
    {
        Brand = "Kuzey Kargo",
        TimeZone = "Europe/Istanbul",
        State = State,
        People = [Ayse, John],
        Playbook = new Playbook
        {
            Kind = CrisisKind.ComplaintWave,
            Steps = [new PlaybookStep { Id = "answer", Title = LocalText.Of("İlk yanıtı yayımla", "Publish the first answer") }],
            Drafts = [new DraftTemplate { Id = "apology", Title = LocalText.Of("Özür metni", "Apology"), Text = LocalText.Of("Özür dileriz.", "We apologise.") }],
        },
    };

    public static NoticeRequest Request(NoticeReason reason, string recipient = "person:ayse") => new()
    {
        Id = $"{State.Id}/{NoticeComposer.Slug(reason)}/{recipient}",
        Crisis = State.Id,
        Watch = State.Watch,
        Reason = reason,
        Recipient = recipient,
        At = Since.AddMinutes(20),
        Kind = State.Kind,
        Severity = State.Severity,
        Stage = State.Stage,
        Facts = Facts(reason),
    };

    public static IReadOnlyList<NoticeLink> Links { get; } =
    [
        new("acknowledge", "", new Uri("https://kriz.kuzey.example/l/AAAA")) { Personal = true },
        new("crisis", "", new Uri("https://kriz.kuzey.example/crises/kuzey-20260302-0915-mentions")),
    ];

    public static Notice Compose(NoticeReason reason, string language, bool team = false) =>
        NoticeComposer.Compose(Request(reason, team ? "channel:teams" : "person:ayse"), Context, new NoticeAudience(language, team), Links);

    private static Dictionary<string, string> Facts(NoticeReason reason) => reason switch
    {
        NoticeReason.Escalation => new() { [NoticeFacts.NotAnswered] = "ayse,john" },
        NoticeReason.Acknowledged or NoticeReason.Contained => new() { [NoticeFacts.By] = "john" },
        NoticeReason.HandOver => new() { [NoticeFacts.By] = "john", [NoticeFacts.To] = "ayse", [NoticeFacts.Reason] = "Vardiyam bitiyor" },
        NoticeReason.StepDue => new() { [NoticeFacts.Step] = "answer", [NoticeFacts.Due] = "2026-03-02T09:30:00Z" },
        NoticeReason.Approval => new() { [NoticeFacts.Draft] = "apology", [NoticeFacts.Version] = "2", [NoticeFacts.Text] = "Yaşanan gecikmeler için özür dileriz." },
        NoticeReason.ActionDue => new() { [NoticeFacts.Action] = "Yedek dağıtım planı yazılacak", [NoticeFacts.Due] = "2026-03-20T12:00:00Z" },
        NoticeReason.Dismissed => new() { [NoticeFacts.By] = "john", [NoticeFacts.Reason] = "Mizah amaçlı bir paylaşım" },
        NoticeReason.Update => new() { [NoticeFacts.Changes] = "severity 3 → 2\nkind unclassified → complaint-wave\nstep answer done\nsignal surge" },
        NoticeReason.Operations => new() { [NoticeFacts.What] = "Teams bildirimi gönderilemiyor", [NoticeFacts.Detail] = "HTTP 403" },
        _ => [],
    };

    private static Signal Signal(string detector, double observed, double expected) => new()
    {
        Id = $"kuzey/{detector}/1",
        Watch = "kuzey",
        Detector = detector,
        Cause = CrisisCause.Mentions,
        At = Since.AddMinutes(12),
        Since = Since,
        Observed = observed,
        Expected = expected,
        Surprise = observed / expected,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        Notes = [new SignalNote("known-problem", "teslimat gecikmesi")],
    };
}
