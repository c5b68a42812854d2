using Crisis.Core.Escalation;
using Crisis.Core.Notices.Delivery;

namespace Crisis.Local.Tests.Running;

/// <summary>What there was at the end of a crisis.</summary>
public sealed record Played(CrisisState State, int Crises, IReadOnlyList<CrisisEvent> Lines, IReadOnlyList<NoticeDelivery> Deliveries)
{
    public required IReadOnlyList<SunkNotice> Sunk { get; init; }

    /// <summary>Names of the outbox's mails.</summary>
    public required IReadOnlyList<string> Outbox { get; init; }

    /// <summary>The moments at which the program was killed.</summary>
    public required IReadOnlyList<string> Killed { get; init; }

    /// <summary>Ids of the notices that had come, and were not noted as accepted, when the program died.</summary>
    public required IReadOnlyList<string> InFlight { get; init; }

    public required bool HasReport { get; init; }
}
