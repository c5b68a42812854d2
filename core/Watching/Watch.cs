namespace Crisis.Core.Watching;

/// <summary>What is watched for one brand. Read from <c>watches/*.yaml</c>.</summary>
public sealed record Watch
{
    /// <summary>Lower-case letters, digits and hyphens, at most 40: it is part of keys and addresses.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Two-letter codes, most important first; its first is the language of public drafts.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["tr", "en"];

    /// <summary>IANA name; people see times in it, and the baseline's hours of the week follow it.</summary>
    public string TimeZone
    {
        get;
        init => (field, Zone) = (value, ZoneOf(value));
    } = "Europe/Istanbul";

    /// <summary>The zone of that name; UTC where the machine does not know it. Looked up once: it is asked for at every window.</summary>
    internal TimeZoneInfo Zone { get; private init; } = ZoneOf("Europe/Istanbul");

    /// <summary>The brand's own accounts, by source type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Accounts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> Terms { get; init; } = [];

    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Id of the team that answers.</summary>
    public string Team { get; init; } = "default";

    public Sensitivity Sensitivity { get; init; } = Sensitivity.Balanced;

    public IReadOnlyList<SourceSettings> Sources { get; init; } = [];

    public IReadOnlyList<PlannedEvent> PlannedEvents { get; init; } = [];

    /// <summary>Every deadline of a crisis of this watch.</summary>
    public Deadlines Deadlines { get; init; } = new();

    /// <summary>Words that matter even once, beside the shipped ones, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SevereWords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
