namespace Crisis.Local.Sample;

/// <summary>
/// One movement of the sample's story on top of the quiet flow: it rises to <see cref="Peak"/> mentions a minute and
/// ebbs away. Times are local to the brand; shares are 0 to 1.
/// </summary>
internal sealed record SampleScene(string Mood, DateTime From, DateTime PeakFrom, DateTime PeakTo, DateTime To, double Peak, double Negative, double Positive)
{
    /// <summary>Mentions a minute at that moment.</summary>
    public double RateAt(DateTime local)
    {
        if (local < From || local >= To) return 0;
        if (local < PeakFrom) return Peak * ((local - From) / (PeakFrom - From));
        if (local < PeakTo) return Peak;

        // Interest dies away exponentially: a twentieth is left at the end.
        return Peak * Math.Pow(0.05, (local - PeakTo) / (To - PeakTo));
    }
}
