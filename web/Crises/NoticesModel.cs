using Crisis.Core.Escalation;
using Crisis.Core.Notices.Delivery;

namespace Crisis.Web.Crises;

/// <summary>The delivery log of a crisis, newest first.</summary>
/// <param name="Zone">IANA zone of the watch.</param>
public sealed record NoticesModel(CrisisState State, string Brand, string Zone, IReadOnlyDictionary<string, string> People, IReadOnlyList<NoticeDelivery> Deliveries)
{
    /// <summary>How many older lines are not shown.</summary>
    public int More { get; init; }
}
