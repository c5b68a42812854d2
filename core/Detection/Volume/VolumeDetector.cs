namespace Crisis.Core.Detection.Volume;

/// <summary>
/// Tells from five-minute counts when more people talk than any ordinary explanation allows. Online, one pass,
/// deterministic, without a clock: all it knows is in <see cref="VolumeState"/>.
/// <para>
/// Sums over a quarter of an hour, one hour and two hours are compared with the most generous of the ordinary
/// explanations (the usual level at this hour of the week, the recent level, an event already told of that goes on, what an
/// outage held back), as negative binomials with the dispersion of this series. How far they go beyond is then compared
/// with how far the series goes by itself (<see cref="SurpriseTail"/>): both must be exceptional.
/// </para>
/// </summary>
public sealed class VolumeDetector
{
    private readonly VolumeModel _model;

    public VolumeDetector()
        : this(VolumeModel.Default)
    {
    }

    internal VolumeDetector(VolumeModel model) => _model = model;

    /// <summary>
    /// Judges a closed window and learns from it. A window at or before the last one raises no alarm and teaches nothing:
    /// detection goes forward, and what was known then is gone.
    /// </summary>
    /// <param name="start">Begin of the window.</param>
    /// <param name="count">Mentions in it, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or no number.</exception>
    public (VolumeState State, VolumeVerdict Verdict) Observe(VolumeState state, DateTimeOffset start, double count, VolumeOptions? options = null)
    {
        Check(state, count);
        options ??= VolumeOptions.Default;
        if (state.Last is { } last && start <= last)
            return (state, new Assessment(_model, state, last + WindowCounts.Length, count, 1, options).Verdict with { Score = 0, Silence = 0 });
        var assessment = new Assessment(_model, state, start, count, 1, options);
        return (Learning.Learn(_model, state, assessment), assessment.Verdict);
    }

    /// <summary>
    /// Judges a window that is still open: the count so far is a lower bound of the whole, so that an alarm given early
    /// would also be given at the end. Changes nothing.
    /// </summary>
    /// <param name="elapsedFraction">How much of the window has passed, 0 to 1: the expectation told is the one for that part.</param>
    public VolumeVerdict Judge(VolumeState state, DateTimeOffset start, double countSoFar, double elapsedFraction, VolumeOptions? options = null)
    {
        Check(state, countSoFar);
        if (elapsedFraction is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(elapsedFraction), elapsedFraction, "a fraction from 0 to 1");
        return new Assessment(_model, state, start, countSoFar, elapsedFraction, options ?? VolumeOptions.Default).Verdict;
    }

    /// <summary>What <see cref="Judge"/> would tell as expected.</summary>
    public double Expect(VolumeState state, DateTimeOffset start, double elapsedFraction, VolumeOptions? options = null)
    {
        Check(state, 0);
        options ??= VolumeOptions.Default;
        return Assessment.Usually(_model, state, start, options.TimeZone) * options.Expect * elapsedFraction;
    }

    private static void Check(VolumeState state, double count)
    {
        if (!(count >= 0) || double.IsInfinity(count))
            throw new ArgumentOutOfRangeException(nameof(count), count, "a count is 0 or more");
        if (state.Schema != VolumeState.CurrentSchema)
            throw new ArgumentException($"state of schema {state.Schema}, this version reads {VolumeState.CurrentSchema}", nameof(state));
    }
}
