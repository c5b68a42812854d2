using System.Globalization;
using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Escalation;

/// <summary>
/// The whole life of crises in virtual time over a store in memory. Times are local ones of Istanbul (UTC+3), on
/// Monday 2 March 2026 or, with <c>+n</c>, so many days later: <c>"09:15"</c>, <c>"09:15+2"</c>.
/// </summary>
public sealed class Scenario
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(3));

    private int _decisions;
    private int _escalations;

    public Scenario(Team? team = null, Deadlines? deadlines = null, IRowStore? store = null)
    {
        Store = store ?? new MemoryRowStore();
        Clock.SetUtcNow(Time("08:00"));
        Config = new ScriptedConfig(new CrisisConfig
        {
            Watches = new Dictionary<string, Watch> { ["kuzey"] = new() { Id = "kuzey", Name = "Kuzey Kargo", Deadlines = deadlines ?? new() } },
            Teams = new Dictionary<string, Team> { ["default"] = team ?? Rosters.Usual },
            Playbooks = Rosters.Playbooks,
            Version = "v1",
        });
        Notices = new ScriptedNotices(Clock);
        Sender = Notices;
        Wire();
    }

    public FakeTimeProvider Clock { get; } = new();
    public IRowStore Store { get; private set; }
    public ScriptedConfig Config { get; }
    public ScriptedMeasures Numbers { get; } = new();
    public ScriptedNotices Notices { get; }
    public INoticeSender Sender { get; private set; }
    public IReportWriter? Reports { get; private set; }
    public ScriptedStarter Starter { get; } = new();
    public ScriptedRooms Rooms { get; } = new();
    public EscalationHandler Escalations { get; private set; } = null!;
    public DecisionHandler Decisions { get; private set; } = null!;
    public CrisisTurn Turn { get; private set; } = null!;
    public EffectRunner Effects { get; private set; } = null!;
    public CrisisTable Crises { get; private set; } = null!;

    /// <summary>The crisis that the scenario is about: the first that was opened.</summary>
    public string Crisis { get; private set; } = "";

    public CrisisState State => StateOf(Crisis);

    public static DateTimeOffset Time(string time)
    {
        var parts = time.Split('+');
        var days = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return (Monday + TimeSpan.Parse(parts[0], CultureInfo.InvariantCulture) + TimeSpan.FromDays(days)).ToUniversalTime();
    }

    /// <summary>Another store, sender or report: one that fails, for instance, or the real one.</summary>
    public Scenario Over(IRowStore? store = null, INoticeSender? sender = null, IReportWriter? reports = null)
    {
        Reports = reports ?? Reports;
        Store = store ?? Store;
        Sender = sender ?? Sender;
        Wire();
        return this;
    }

    /// <summary>Numbers of every window in between.</summary>
    public Scenario Between(string from, string before, int mentions, int negative)
    {
        Numbers.Between(Time(from), Time(before), mentions, negative);
        return this;
    }

    /// <summary>Lets time pass until then; every loop runs when it wants to.</summary>
    public async Task<Scenario> At(string time)
    {
        await RunTo(Time(time));
        return this;
    }

    public async Task RunTo(DateTimeOffset end)
    {
        while (true)
        {
            DateTimeOffset? next = null;
            foreach (var id in Starter.Live.Order(StringComparer.Ordinal).ToList())
            {
                var result = await Turn.RunAsync(id);
                if (result.WakeAt is null) Starter.Live.Remove(id);
                else if (next is null || result.WakeAt < next) next = result.WakeAt;
            }

            if (next is null || next > end) break;
            if (next > Clock.GetUtcNow()) Clock.SetUtcNow(next.Value);
        }

        if (end > Clock.GetUtcNow()) Clock.SetUtcNow(end);
        foreach (var id in Starter.Live.Order(StringComparer.Ordinal).ToList()) await Turn.RunAsync(id);
    }

    /// <summary>The detectors hand something over, now.</summary>
    public async Task<string> Escalate(
        CrisisKind kind = CrisisKind.ComplaintWave, int severity = 2, CrisisCause cause = CrisisCause.Mentions, string detector = "negative-surge", string? id = null)
    {
        var now = Clock.GetUtcNow();
        var escalation = new CrisisEscalation
        {
            Id = id ?? $"e{++_escalations}",
            Watch = "kuzey",
            Cause = cause,
            Kind = kind,
            Severity = severity,
            At = now,
            Since = WindowCounts.StartOf(now),
            Signals =
            [
                new Signal
                {
                    Id = $"kuzey-{detector}-{now:HHmm}",
                    Watch = "kuzey",
                    Detector = detector,
                    Cause = cause,
                    At = now,
                    Since = WindowCounts.StartOf(now),
                    Observed = 40,
                    Expected = 3,
                    Surprise = 12,
                    Kind = kind,
                    Severity = severity,
                    Evidence = new SignalEvidence { Targets = [new EvidenceCount("teslimat", 40, 30)] },
                },
            ],
        };
        return await Deliver(escalation);
    }

    public async Task<string> Deliver(CrisisEscalation escalation)
    {
        var (crisis, _) = await Escalations.HandleAsync(escalation);
        if (Crisis.Length == 0) Crisis = crisis;
        await RunTo(Clock.GetUtcNow());
        return crisis;
    }

    /// <summary>A person says something, now. Returns the reason when it was refused.</summary>
    public async Task<string?> Say(string person, DecisionVerb verb, params (string Key, string Value)[] arguments)
    {
        var decision = Decide(person, verb, arguments);
        var result = await Decisions.DecideAsync(decision);
        if (verb == DecisionVerb.Open && Crisis.Length == 0) Crisis = result.Crisis ?? "";
        await RunTo(Clock.GetUtcNow());
        if (result.Outcome == InboxOutcome.Refused) return result.Reason;
        return decision.Crisis is null ? null : (await new Inbox(Store).FindAsync(decision.Crisis, decision.Id))!.Reason;
    }

    public Decision Decide(string person, DecisionVerb verb, params (string Key, string Value)[] arguments) => new()
    {
        Id = $"d{++_decisions}",
        Crisis = verb == DecisionVerb.Open || (verb == DecisionVerb.Silence && Crisis.Length == 0) ? null : Crisis,
        Watch = "kuzey",
        Person = person,
        Verb = verb,
        At = Clock.GetUtcNow(),
        Arguments = arguments.ToDictionary(a => a.Key, a => a.Value),
    };

    /// <summary>Who was told for that reason, as <c>time person</c>, in order; times local.</summary>
    public IReadOnlyList<string> Told(NoticeReason reason) =>
        [.. Notices.Sent.Where(n => n.Notice.Reason == reason).Select(n => $"{Local(n.At)} {Name(n.Notice.Recipient)}")];

    /// <summary>Why a person or channel was told, as <c>time reason</c>, in order.</summary>
    public IReadOnlyList<string> ToldTo(string recipient) =>
        [.. Notices.Sent.Where(n => Name(n.Notice.Recipient) == recipient).Select(n => $"{Local(n.At)} {KebabCase.Of(n.Notice.Reason)}")];

    public IReadOnlyList<CrisisEvent> Lines(string? name = null, string? crisis = null) =>
        [.. new Timeline(Store).ReadAsync(crisis ?? Crisis).AsTask().GetAwaiter().GetResult().Where(l => name is null || l.Event == name)];

    /// <summary>The stages as they were entered: <c>09:03 respond</c>.</summary>
    public IReadOnlyList<string> Stages() => [.. Lines("stage").Select(l => $"{Local(l.At)} {KebabCase.Of(l.Stage!.Value)}")];

    public CrisisState StateOf(string crisis) => Crises.FindAsync(crisis).AsTask().GetAwaiter().GetResult()!;

    public static string Local(DateTimeOffset at)
    {
        var days = (int)Math.Floor((at - Monday).TotalDays);
        var time = at.ToOffset(TimeSpan.FromHours(3)).ToString("HH:mm", CultureInfo.InvariantCulture);
        return days == 0 ? time : $"{time}+{days}";
    }

    private static string Name(string recipient) => recipient.StartsWith("person:", StringComparison.Ordinal) ? recipient[7..] : "#" + recipient[8..];

    private void Wire()
    {
        Escalations = new EscalationHandler(Store, Config, Starter, Clock);
        Decisions = new DecisionHandler(Store, Config, Starter, Clock);
        Effects = new EffectRunner(new EffectPorts(Store, Config, Numbers, Sender, Rooms, Rooms, new SurveyAnswers(Store), Rooms, Reports ?? Rooms, Starter, Clock));
        Turn = new CrisisTurn(Store, new CrisisTable(Store), Effects, Clock, NullLogger<CrisisTurn>.Instance);
        Crises = new CrisisTable(Store);
    }
}
