using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Notices;

/// <summary>What a notice is composed from beside its request.</summary>
public sealed record NoticeContext
{
    public required string Brand { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Null for what concerns no crisis, or one whose state cannot be read.</summary>
    public CrisisState? State { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [];

    /// <summary>Names steps and drafts.</summary>
    public Playbook? Playbook { get; init; }

    public Person? PersonOf(string id) => People.FirstOrDefault(person => person.Id.Equals(id, StringComparison.Ordinal));
}
