namespace Crisis.Core.Detection.Signals;

/// <summary>The shipped detectors beside those of volume.</summary>
public static class DetectorSet
{
    public static IReadOnlyList<IDetector> Shipped { get; } =
    [
        new AccountTakeover(),
        new PersonalDataAbuse(),
        new PostBacklash(),
        new CampaignBackfire(),
        new ComplaintWave(),
        new BroadComplaint(),
        new RareButSevere(),
    ];
}
