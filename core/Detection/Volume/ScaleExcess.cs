namespace Crisis.Core.Detection.Volume;

/// <summary>What one time scale says of the windows up to now.</summary>
/// <param name="Sum">Mentions.</param>
/// <param name="Peak">Mentions of the largest window.</param>
/// <param name="Level">Mentions a window.</param>
/// <param name="Surprise">−log10 of the probability of so many, given all ordinary explanations and the events told of.</param>
/// <param name="OrdinarySurprise">The same without the events told of.</param>
/// <param name="Evidence">How far this goes beyond what the series does by itself, in mean excesses, events told of taken off.</param>
/// <param name="OrdinaryEvidence">The same without the events told of.</param>
internal readonly record struct ScaleExcess(
    double Sum, double Peak, double Level, double Surprise, double OrdinarySurprise, double Evidence, double OrdinaryEvidence);
