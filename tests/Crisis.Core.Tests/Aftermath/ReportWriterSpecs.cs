using System.Text;
using Crisis.Core.Aftermath;
using Crisis.Core.Aftermath.Lessons;
using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Shouldly;
using Xunit;

namespace Crisis.Core.Tests.Aftermath;

/// <summary>The after-action report and the cases it names.</summary>
public sealed class ReportWriterSpecs
{
    private static readonly DateTimeOffset Since = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly MemoryRowStore _store = new();
    private readonly Blobs _blobs = new();

    [Fact]
    public async Task Report_TextFromMentions_IsMaskedAndEncodedAndHasNoScript()
    {
        await Writer().WriteAsync(Crisis(), 1, TestContext.Current.CancellationToken);
        var html = _blobs.Text("reports/c1/1.html");
        html.ShouldContain("<html lang=\"tr\">");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("0532 123 45 67");
        _blobs.Text("reports/c1/1.md").ShouldNotContain("<script");
    }

    [Fact]
    public async Task Report_WrittenTwice_HasTheSameBytes()
    {
        await Writer().WriteAsync(Crisis(), 1, TestContext.Current.CancellationToken);
        var first = _blobs.Text("reports/c1/1.html");
        await Writer().WriteAsync(Crisis(), 1, TestContext.Current.CancellationToken);
        _blobs.Text("reports/c1/1.html").ShouldBe(first);
    }

    [Fact]
    public async Task Report_OfACrisisAboutAKnownProblem_SaysSo_AndNothingOfOthers()
    {
        const string target = "İade";
        var spread = new SpreadReport { At = Since, FirstPosts = [], LoudestPosts = [], Targets = [new EvidenceCount("iade", 12, 11)] };
        var problems = new KnownProblems(_store);
        await problems.SaveAsync(Problem("open", "iade", "Bant onarılıyor", null));
        await problems.SaveAsync(Problem("mended", target, "Hat yenilendi", Since.AddDays(1)));
        await problems.SaveAsync(Problem("long-over", target, "Yıllar önce bitti", Since.AddDays(-1)));
        await problems.SaveAsync(Problem("another", "uzay asansörü", "Başka konu", null));
        await Writer().WriteAsync(Crisis() with { Spread = spread }, 1, TestContext.Current.CancellationToken);
        var report = _blobs.Text("reports/c1/1.md");
        report.ShouldContain("henüz giderilmedi. Yapılan: Bant onarılıyor");
        report.ShouldContain("Yapılan: Hat yenilendi");
        report.ShouldNotContain("Yıllar önce bitti");
        report.ShouldNotContain("Başka konu");
    }

    [Theory]
    [InlineData(10, 195)]
    [InlineData(600, 305)]
    public async Task Chart_EndsTwoHoursAfterRecovery_AndNeverAheadOfWhatWasSeen(int minutesSeenAfter, int endsAfter)
    {
        var series = new Series(12);
        var recovered = Since.AddHours(3);
        await new ReportGathering(_store, Config, series).GatherAsync(Crisis() with { ClosedAt = null, RecoveredAt = recovered, SeenAt = recovered.AddMinutes(minutesSeenAfter) }, 1, TestContext.Current.CancellationToken);
        series.Latest.ShouldBe(Since.AddMinutes(endsAfter));
    }

    private static KnownProblem Problem(string id, string target, string fix, DateTimeOffset? fixedAt) =>
        new() { Id = id, Watch = Crisis().Watch, Target = target, Fix = fix, Since = Since.AddDays(-9), FixedAt = fixedAt, By = "ayse", At = Since.AddDays(-9) };

    [Fact]
    public async Task Report_ThirtyDaysLong_StaysUnderHalfAMegabyte()
    {
        var lines = Enumerable.Range(0, 9000).Select(i => new CrisisEvent
        {
            At = Since.AddMinutes(i * 4),
            Event = i % 3 == 0 ? "decision" : "notice",
            Watch = "kuzey",
            By = "ayse",
            Detail = new Dictionary<string, string> { ["verb"] = "note", ["outcome"] = "applied", ["text"] = new string('ş', 600) },
        }).ToList();
        await new Timeline(_store).AppendAsync("c1", 0, lines, TestContext.Current.CancellationToken);
        await Writer(8640).WriteAsync(Crisis() with { ClosedAt = Since.AddDays(30), SeenAt = Since.AddDays(30), End = CrisisEnd.Expired }, 1, TestContext.Current.CancellationToken);
        var bytes = Encoding.UTF8.GetByteCount(_blobs.Text("reports/c1/1.html"));
        bytes.ShouldBeInRange(50_000, 500_000);
    }

    [Fact]
    public async Task Lessons_CampaignThatFailed_FindTheOwnedCampaignFirst()
    {
        var found = await new LessonLibrary(_store).FindAsync(Crisis() with { Kind = CrisisKind.CampaignFailure }, TestContext.Current.CancellationToken);
        found[0].Case.ShouldBe("owned-campaign");
        found[0].Why.ShouldContain("kind");
    }

    private static CrisisState Crisis() => new()
    {
        Id = "c1",
        Watch = "kuzey",
        Cause = CrisisCause.Mentions,
        Kind = CrisisKind.ComplaintWave,
        Severity = 2,
        Since = Since,
        OpenedAt = Since.AddMinutes(5),
        SeenAt = Since.AddHours(6),
        Signals =
        [
            new Signal
            {
                Id = "s", Watch = "kuzey", Detector = "surge", Cause = CrisisCause.Mentions, At = Since, Since = Since, Observed = 50, Expected = 2,
                Surprise = 9, Kind = CrisisKind.ComplaintWave, Severity = 2,
                Evidence = new SignalEvidence { Posts = [new TellingPost("x", "1", Since, "<script>alert(1)</script> kargom kayıp 0532 123 45 67")] },
            },
        ],
    };

    private static ScriptedConfig Config => new(new CrisisConfig
    {
        Watches = new Dictionary<string, Watch> { ["kuzey"] = new Watch { Id = "kuzey", Name = "Kuzey Kargo" } },
        Teams = new Dictionary<string, Core.Response.Team> { ["default"] = Rosters.Usual },
        Playbooks = Rosters.Playbooks,
    });

    private ReportWriter Writer(int windows = 100) => new(_store, _blobs, Config, new Series(windows));

    private sealed class Series(int windows) : IWatchSeries
    {
        /// <summary>The latest instant that was asked for.</summary>
        public DateTimeOffset Latest { get; private set; }

        public ValueTask<IReadOnlyList<SeriesPoint>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default)
        {
            if (before > Latest) Latest = before;
            return new(Points(from));
        }

        private IReadOnlyList<SeriesPoint> Points(DateTimeOffset from) =>
            [.. Enumerable.Range(0, windows).Select(i => new SeriesPoint(from + (WindowCounts.Length * i), i % 40, i % 20) { ExpectedMentions = 5, HighMentions = 9 })];
    }

    private sealed class Blobs : IBlobStore
    {
        private readonly Dictionary<string, byte[]> _all = [];

        public string Text(string name) => Encoding.UTF8.GetString(_all[name]);

        public ValueTask<StoredBlob?> ReadAsync(string name, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default)
        {
            _all[name] = content.ToArray();
            return new("1");
        }

        public ValueTask<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default) => new([.. _all.Keys]);

        public ValueTask DeleteAsync(string name, CancellationToken cancellation = default) => default;
    }
}
