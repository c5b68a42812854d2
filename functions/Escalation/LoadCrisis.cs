using Crisis.Core.Escalation;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Escalation;

/// <summary>Begins a turn: reads a crisis and its inbox. Idempotent: it only reads; an entry stays until its outcome is noted.</summary>
public sealed class LoadCrisis(CrisisTable crises, Inbox inbox, AppTraces traces)
{
    /// <summary>Null when there is no such crisis.</summary>
    /// <param name="input">A <see cref="LoopInput"/>.</param>
    [Function(nameof(LoadCrisis))]
    public async Task<TurnInput?> RunAsync([ActivityTrigger] string input, CancellationToken cancellation)
    {
        var (crisis, trace) = LoopInput.Parse(input);
        using var span = traces.Begin("turn", trace);
        span?.SetTag("crisis", crisis);
        if (await crises.LoadAsync(crisis, cancellation) is not { } envelope) return null;
        var entries = await inbox.DrainAsync(crisis, cancellation: cancellation);
        return new TurnInput(envelope.State, envelope.Pending, [.. entries.Select(entry => entry.Input)]);
    }
}
