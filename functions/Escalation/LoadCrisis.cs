using Crisis.Core.Escalation;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Escalation;

/// <summary>Reads a crisis and its inbox. Idempotent: it only reads; an entry stays until its outcome is noted.</summary>
public sealed class LoadCrisis(CrisisTable crises, Inbox inbox)
{
    /// <summary>Null when there is no such crisis.</summary>
    [Function(nameof(LoadCrisis))]
    public async Task<TurnInput?> RunAsync([ActivityTrigger] string crisis, CancellationToken cancellation)
    {
        if (await crises.LoadAsync(crisis, cancellation) is not { } envelope) return null;
        var entries = await inbox.DrainAsync(crisis, cancellation: cancellation);
        return new TurnInput(envelope.State, envelope.Pending, [.. entries.Select(entry => entry.Input)]);
    }
}
