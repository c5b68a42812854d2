namespace Crisis.Web.Readiness;

/// <summary>What is in order and what is not; the latter first.</summary>
public sealed record ReadinessModel(IReadOnlyList<ReadinessItem> Items)
{
    public IReadOnlyList<ChannelLine> Channels { get; init; } = [];

    /// <summary>What people said of the detectors lately.</summary>
    public IReadOnlyList<DetectorVerdict> Verdicts { get; init; } = [];

    /// <summary>Token of the form that sends a test notice.</summary>
    public string Token { get; init; } = "";

    /// <summary>Leads send test notices.</summary>
    public bool MayTest { get; init; }

    /// <summary>The test that was just made.</summary>
    public ChannelTest? Tested { get; init; }

    /// <summary>Too many tests within the hour.</summary>
    public bool TooMany { get; init; }
}
