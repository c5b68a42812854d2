using Crisis.Core.Escalation;

namespace Crisis.Core.Detection;

/// <summary>A detector's finding, with what a person needs to check it.</summary>
public sealed record Signal
{
    /// <summary>Stable for the same finding however often it is made: watch, detector and first window.</summary>
    public required string Id { get; init; }

    public required string Watch { get; init; }

    /// <summary>Which detector: <c>surge</c>, <c>negative-surge</c>, <c>complaint-wave</c>…</summary>
    public required string Detector { get; init; }

    public required CrisisCause Cause { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Begin of the first unusual window, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What was counted, and what was to be expected, in the same unit (mentions, authors…).</summary>
    public required double Observed { get; init; }

    public required double Expected { get; init; }

    /// <summary>How unlikely: −log10 of the probability of so much (or so little) by chance, 0 or more.</summary>
    public required double Surprise { get; init; }

    /// <summary>What kind of crisis this finding alone speaks for.</summary>
    public required CrisisKind Kind { get; init; }

    /// <summary>1 (critical) to 4 (watch), by this finding alone.</summary>
    public required int Severity { get; init; }

    /// <summary>One plain sentence a detector adds, as text keys with values, see <see cref="SignalNote"/>.</summary>
    public IReadOnlyList<SignalNote> Notes { get; init; } = [];

    public SignalEvidence Evidence { get; init; } = SignalEvidence.None;

    /// <summary>The same finding in numbers alone.</summary>
    public Signal WithoutPosts() => Evidence.Posts.Count == 0 ? this : this with { Evidence = Evidence with { Posts = [] } };
}
