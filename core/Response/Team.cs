namespace Crisis.Core.Response;

/// <summary>The roster of one team and how it is called. Read from <c>teams/*.yaml</c>.</summary>
public sealed record Team
{
    public required string Id { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [];

    /// <summary>By severity 1 to 4: who is called after how long without an acknowledgement.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<LadderCall>> Ladder { get; init; } = new Dictionary<int, IReadOnlyList<LadderCall>>();

    /// <summary>Days on which nobody counts as within hours, local dates.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>When the team last confirmed this roster, null when never.</summary>
    public DateOnly? Reviewed { get; init; }
}
