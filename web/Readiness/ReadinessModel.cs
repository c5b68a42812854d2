namespace Crisis.Web.Readiness;

/// <summary>What is in order and what is not; the latter first.</summary>
public sealed record ReadinessModel(IReadOnlyList<ReadinessItem> Items)
{
    public IReadOnlyList<ChannelLine> Channels { get; init; } = [];

    /// <summary>What people said of the detectors lately.</summary>
    public IReadOnlyList<FeedbackLine> Feedback { get; init; } = [];

    /// <summary>Token of the forms that send a test notice or confirm a review.</summary>
    public string Token { get; init; } = "";

    /// <summary>Leads send test notices and confirm what was reviewed.</summary>
    public bool MayAct { get; init; }

    /// <summary>What was just confirmed, such as <c>roster/default</c>.</summary>
    public string? Confirmed { get; init; }

    /// <summary>The test that was just made.</summary>
    public ChannelTest? Tested { get; init; }

    /// <summary>Too many tests within the hour.</summary>
    public bool TooMany { get; init; }
}
