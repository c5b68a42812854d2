using System.Text;
using Crisis.Core.Aftermath.Reports;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Delivery;
using Crisis.Core.Notices.Links;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Escalation;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;

namespace Crisis.Core.Tests.Scenarios;

/// <summary>
/// A crisis as people live it: the shipped playbooks, the notices as they are read, the report as it is written. Times
/// as in <see cref="Scenario"/>: local ones of Istanbul on Monday 2 March 2026.
/// </summary>
public sealed class Story
{
    private readonly List<Letter> _letters = [];
    private readonly Pages _pages = new();
    private readonly Scenario _scenario;

    /// <param name="language">Of the brand: its report is written in it.</param>
    /// <param name="loudFrom">From when to when there are eighty mentions a window, half of them negative.</param>
    public Story(string language = "tr", Team? team = null, Deadlines? deadlines = null, string loudFrom = "09:10", string loudBefore = "11:00", string zone = "Europe/Istanbul")
    {
        var scenario = new Scenario(team ?? Rosters.Usual, deadlines).Between(loudFrom, loudBefore, 80, 40);
        var watch = scenario.Config.Config.Watches["kuzey"] with { Languages = [language], TimeZone = zone };
        scenario.Config.Config = scenario.Config.Config with { Watches = new Dictionary<string, Watch> { ["kuzey"] = watch }, Playbooks = ShippedConfig.Playbooks };
        Mail = new Postbox("mail", _letters, scenario.Clock);
        Teams = new Postbox("teams", _letters, scenario.Clock);
        var contexts = new NoticeContexts(scenario.Config, new CrisisTable(scenario.Store).FindAsync);
        var sender = new NoticeSender(
            [Mail, Teams, new Postbox("webhook", _letters, scenario.Clock)],
            contexts,
            new NoticeLinks(new Uri("https://crisis.example"), new SignedLinks(new LinkKeys("a key for tests, long enough to be one"), scenario.Clock)),
            new NoticeLog(scenario.Store),
            new NoticeRetries(scenario.Store),
            scenario.Clock);
        _scenario = scenario.Over(sender: sender, reports: new ReportWriter(scenario.Store, _pages, scenario.Config, new NoSeries()));
    }

    public Postbox Mail { get; }
    public Postbox Teams { get; }
    public Scenario Scenario => _scenario;
    public CrisisState State => _scenario.State;
    public IReadOnlyList<Letter> Letters => _letters;

    /// <summary>Opened at that time by the detectors.</summary>
    public static async Task<Story> Of(CrisisKind kind, int severity, string at = "09:12", string language = "tr", Team? team = null, string loudBefore = "11:00", Deadlines? deadlines = null)
    {
        var story = new Story(language, team, deadlines, loudFrom: at, loudBefore: loudBefore);
        await story.At(at);
        await story._scenario.Escalate(kind, severity, CauseOf(kind), DetectorOf(kind));
        return story;
    }

    public Task At(string time) => _scenario.At(time);

    /// <summary>A person says something; returns why it was refused, null when it was not.</summary>
    public Task<string?> Say(string person, DecisionVerb verb, params (string, string)[] arguments) => _scenario.Say(person, verb, arguments);

    /// <summary>At that time somebody answers for the crisis.</summary>
    public async Task Acknowledge(string person, string at)
    {
        await At(at);
        (await Say(person, DecisionVerb.Acknowledge)).ShouldBeNull();
    }

    /// <summary>Who was told for that reason: <c>09:15 ayse tr</c>, sorted by time and name.</summary>
    public IReadOnlyList<string> Told(NoticeReason reason) =>
        [.. _letters.Where(l => l.Notice.Reason == reason).OrderBy(l => l.At).ThenBy(l => l.To, StringComparer.Ordinal).Select(l => l.ToString())];

    /// <summary>What one person or channel got: <c>09:15 first</c>.</summary>
    public IReadOnlyList<string> To(string who) => [.. _letters.Where(l => l.To == who).Select(l => $"{Scenario.Local(l.At)} {KebabCase.Of(l.Notice.Reason)}")];

    /// <summary>Everybody who got anything.</summary>
    public IReadOnlyList<string> Everybody => [.. _letters.Select(l => l.To).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The last message of that reason to somebody.</summary>
    public Notice Letter(string to, NoticeReason reason) => _letters.Last(l => l.To == to && l.Notice.Reason == reason).Notice;

    /// <summary>The facts of a message, as <c>label: value</c>, a line each.</summary>
    public string Facts(string to, NoticeReason reason) => string.Join('\n', Letter(to, reason).Facts.Select(f => $"{f.Label}: {f.Value}"));

    /// <summary>The last version of the report, as Markdown.</summary>
    public string Report(string? crisis = null) => _pages.Last(crisis ?? _scenario.Crisis);

    public int Reports => _pages.Versions(_scenario.Crisis);

    private static CrisisCause CauseOf(CrisisKind kind) => kind switch
    {
        CrisisKind.MistakenPost or CrisisKind.AccountTakeover => CrisisCause.OwnAccount,
        CrisisKind.PersonalDataAbuse => CrisisCause.PersonalData,
        _ => CrisisCause.Mentions,
    };

    private static string DetectorOf(CrisisKind kind) => kind switch
    {
        CrisisKind.AccountTakeover => "account-takeover",
        CrisisKind.MistakenPost => "post-backlash",
        CrisisKind.CampaignFailure => "campaign-backfire",
        CrisisKind.PersonalDataAbuse => "personal-data",
        _ => "negative-surge",
    };

    private sealed class NoSeries : IWatchSeries
    {
        public ValueTask<IReadOnlyList<SeriesPoint>> ReadAsync(string watch, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation = default) => new([]);
    }

    private sealed class Pages : IBlobStore
    {
        private readonly Dictionary<string, string> _all = new(StringComparer.Ordinal);

        public int Versions(string crisis) => _all.Keys.Count(k => k.StartsWith($"reports/{crisis}/", StringComparison.Ordinal) && k.EndsWith(".md", StringComparison.Ordinal));

        public string Last(string crisis) => Versions(crisis) is > 0 and var last ? _all[ReportBlobs.Name(crisis, last, "md")] : "";

        public ValueTask<StoredBlob?> ReadAsync(string name, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<string> WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default)
        {
            _all[name] = Encoding.UTF8.GetString(content.Span);
            return new("1");
        }

        public ValueTask<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default) => new([.. _all.Keys]);

        public ValueTask DeleteAsync(string name, CancellationToken cancellation = default) => default;
    }
}
