using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Tests.Detection.Volume;

/// <summary>Plays counts, window by window, and remembers what the detector said.</summary>
internal sealed class CountSeries(ulong seed = 1)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly VolumeDetector detector = new();
    private ulong random = seed * 0x9E3779B97F4A7C15 + 1;

    public VolumeState State { get; set; } = VolumeState.New;
    public DateTimeOffset Now { get; private set; } = Begin;
    public List<(DateTimeOffset At, VolumeVerdict Verdict)> Verdicts { get; } = [];
    public VolumeOptions Options { get; set; } = VolumeOptions.Default;
    public IEnumerable<DateTimeOffset> Alarms => Verdicts.Where(told => told.Verdict.IsAlarm).Select(told => told.At);

    public VolumeVerdict Add(double count)
    {
        (State, var verdict) = detector.Observe(State, Now, count, Options);
        Verdicts.Add((Now, verdict));
        Now += Window;
        return verdict;
    }

    public CountSeries Play(int windows, Func<int, double> rate)
    {
        for (var i = 0; i < windows; i++) Add(Poisson(rate(i)));
        return this;
    }

    public CountSeries Play(int windows, double rate) => Play(windows, _ => rate);

    /// <summary>Rates that wander by a log-normal factor from window to window, as people do.</summary>
    public CountSeries Restless(int windows, double rate, double spread = 0.4) => Play(windows, _ => rate * Math.Exp(spread * Normal()));

    /// <summary>So many an hour, as evenly as whole mentions can be spread.</summary>
    public CountSeries Evenly(int windows, int anHour)
    {
        for (var i = 0; i < windows; i++) Add(((i + 1) * anHour / 12) - (i * anHour / 12));
        return this;
    }

    public CountSeries Jump(TimeSpan by)
    {
        Now += by;
        return this;
    }

    public CountSeries Skip(int windows)
    {
        Now += windows * Window;
        return this;
    }

    public VolumeVerdict Judge(double soFar, double elapsed) => detector.Judge(State, Now, soFar, elapsed, Options);

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public double Poisson(double rate)
    {
        if (rate > 50) return Math.Max(0, Math.Round(rate + (Math.Sqrt(rate) * Normal())));
        var (count, product, limit) = (0, Uniform(), Math.Exp(-rate));
        while (product > limit)
        {
            count++;
            product *= Uniform();
        }
        return count;
    }

    private double Uniform()
    {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        return (random >> 11) / (double)(1UL << 53);
    }
}
