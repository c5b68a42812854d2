using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Response;
using Crisis.Core.Watching;

namespace Crisis.Core.Escalation;

/// <summary>
/// All that the life of a crisis remembers; under 32,000 characters as JSON, whatever happens. Long things (timeline,
/// texts, complaints, measurements) are rows of their own; so are, when it is stored, plan, findings and work, which
/// seldom change. Times are UTC.
/// </summary>
public sealed record CrisisState
{
    /// <summary>The version that this build writes; older ones are lifted when read.</summary>
    public const int CurrentSchema = 2;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>How many inputs have changed it: tells a repeated save from one that fell behind.</summary>
    public int Revision { get; init; }

    public required string Id { get; init; }
    public required string Watch { get; init; }
    public required CrisisCause Cause { get; init; }
    public required CrisisKind Kind { get; init; }

    /// <summary>1 (critical) to 4 (watch).</summary>
    public required int Severity { get; init; }

    public CrisisStage Stage { get; init; } = CrisisStage.Detect;

    /// <summary>Begin of the first unusual window.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset StageSince { get; init; }

    /// <summary>First arrival in Respond: due times of steps and the ladder count from here.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? ContainedAt { get; init; }
    public DateTimeOffset? RecoveredAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public CrisisEnd? End { get; init; }

    /// <summary>The person who has it; null until somebody acknowledges.</summary>
    public string? Lead { get; init; }

    /// <summary>True when it left Respond although nobody had answered.</summary>
    public bool Unattended { get; init; }

    /// <summary>How often it came back after recovery or containment.</summary>
    public int Relapses { get; init; }

    public bool OpenedByHand { get; init; }
    public string? OpenedBy { get; init; }
    public bool Drill { get; init; }

    /// <summary>Who takes part in a drill, by id; empty: the whole team.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>The latest instant an input came with: time never runs backwards in a life.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Every deadline: of the watch as it was when the crisis opened, of the plan once that is taken.</summary>
    public Deadlines Deadlines { get; init; } = new();

    /// <summary>When Detect last looked again, and how often.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    public int Looks { get; init; }

    /// <summary>When a person opened it again.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>A person set the kind or severity; rules then leave it alone.</summary>
    public bool KindFixed { get; init; }

    public bool SeverityFixed { get; init; }

    /// <summary>A plan was asked for and is not here yet.</summary>
    public bool PlanWanted { get; init; }

    /// <summary>Roster, ladder, playbook and deadlines as they were when Respond began.</summary>
    public CrisisPlan? Plan { get; init; }

    /// <summary>The strongest finding of each detector, at most eight; posts only with the first.</summary>
    public IReadOnlyList<Signal> Signals { get; init; } = [];

    public SpreadReport? Spread { get; init; }
    public Measurement? Last { get; init; }

    /// <summary>Windows in a row inside the baseline, up to the last measurement.</summary>
    public int CalmWindows { get; init; }

    /// <summary>Windows in a row outside the baseline, up to the last measurement.</summary>
    public int OutsideWindows { get; init; }

    /// <summary>Measurements are taken in up to here: the end of the last judged window, the beginning of the next.</summary>
    public DateTimeOffset? MeasuredTo { get; init; }

    public DateTimeOffset? MeasureAskedAt { get; init; }

    /// <summary>When it was last asked how the crisis spreads.</summary>
    public DateTimeOffset? SpreadAskedAt { get; init; }


    /// <summary>Since when the numbers have spoken for a milder severity than it has.</summary>
    public DateTimeOffset? MilderSince { get; init; }

    /// <summary>Negatives of the hour in which it was contained: much more later is a relapse.</summary>
    public double ContainedLevel { get; init; }

    public CrisisTotals Totals { get; init; } = CrisisTotals.None;

    public IReadOnlyList<StepState> Steps { get; init; } = [];
    public IReadOnlyList<DraftState> Drafts { get; init; } = [];
    public LadderState Ladder { get; init; } = LadderState.None;
    public PauseState? Pause { get; init; }
    public ComplaintTotals Complaints { get; init; } = ComplaintTotals.None;
    public DateTimeOffset? ComplaintsAskedAt { get; init; }
    public AftermathState Aftermath { get; init; } = AftermathState.None;

    public DateTimeOffset? ContainmentProposedAt { get; init; }

    /// <summary>How often "contained" was proposed since it last responded.</summary>
    public int ContainmentAsked { get; init; }

    public DateTimeOffset? LastUpdateAt { get; init; }

    /// <summary>What changed since the last update, as keys, at most ten; and when the first urgent one came.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    public DateTimeOffset? UrgentSince { get; init; }

    /// <summary>The sums that people were last told.</summary>
    public CrisisTotals Told { get; init; } = CrisisTotals.None;

    public DateTimeOffset? LastDecisionAt { get; init; }

    /// <summary>Number of timeline lines so far: the next one's key.</summary>
    public int Lines { get; init; }

    /// <summary>Number of effects of each sort so far, where a key needs a running number.</summary>
    public int Updates { get; init; }

    /// <summary>Inputs already taken in, the last hundred, by a short form of their ids: a repeat changes nothing.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>
    /// When the life wants to be called next at the latest. Null when it is over; a closed crisis whose causes or
    /// preventive actions are still followed goes on waking.
    /// </summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>Characters of those of its parts that are stored in rows of their own, as JSON; 0: not counted yet.</summary>
    public int Apart { get; init; }

    public bool Open => ClosedAt is null;
}
