using Crisis.Core.Escalation;

namespace Crisis.Web.Crises;

/// <summary>Judges how a crisis stands.</summary>
public static class Standing
{
    public static CrisisStanding Of(CrisisSummary crisis)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        if (!crisis.Open) return CrisisStanding.Closed;
        return crisis.Stage switch
        {
            CrisisStage.Detect => CrisisStanding.Checking,
            CrisisStage.Respond => crisis.AcknowledgedAt is null || crisis.Lead is null ? CrisisStanding.Unanswered : CrisisStanding.InHand,
            _ => crisis.RecoveredAt is null ? CrisisStanding.Watching : CrisisStanding.Recovered,
        };
    }
}
