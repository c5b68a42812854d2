using Crisis.Core.Escalation;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Escalation;

/// <summary>Writes state and owed effects in one transaction. Idempotent: the state's revision makes a repeat harmless.</summary>
public sealed class SaveCrisis(CrisisTable crises)
{
    [Function(nameof(SaveCrisis))]
    public async Task<SaveOutcome> RunAsync([ActivityTrigger] CrisisEnvelope envelope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return await crises.SaveAsync(envelope.State, envelope.Pending, cancellation: cancellation);
    }
}
