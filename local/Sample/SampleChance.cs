namespace Crisis.Local.Sample;

/// <summary>Chance that is the same every time: SplitMix64 (Steele, Lea, Flood 2014), so that the sample never changes with a runtime.</summary>
internal sealed class SampleChance(ulong seed)
{
    private ulong state = seed;

    /// <summary>0 up to, not including, 1.</summary>
    public double Share() => (Draw() >> 11) * (1.0 / (1UL << 53));

    public int Next(int below) => (int)(Share() * below);

    /// <summary>By Knuth's product of shares; fine for the small rates of a minute.</summary>
    public int Poisson(double rate)
    {
        if (rate <= 0) return 0;
        var limit = Math.Exp(-rate);
        var count = 0;
        for (var product = Share(); product > limit; product *= Share()) count++;
        return count;
    }

    private ulong Draw()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
