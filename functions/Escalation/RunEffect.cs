using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Functions.Azure;
using Crisis.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Escalation;

/// <summary>Carries out one effect of a crisis. Idempotent: every effect writes under its own key, crisis and effect.</summary>
public sealed class RunEffect(CrisisTable crises, EffectRunner effects, DurableStarter starter, AppTraces traces, AppMetrics metrics)
{
    [Function(nameof(RunEffect))]
    public async Task<EffectAnswer> RunAsync([ActivityTrigger] EffectWork work, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var span = traces.Begin(work.Effect is SendNotice ? "notice" : "effect", work.Trace);
        span?.SetTag("crisis", work.Crisis);
        starter.Use(client);
        var state = await crises.FindAsync(work.Crisis, cancellation) ?? throw new InvalidOperationException($"There is no crisis {work.Crisis}.");
        var answer = await effects.RunAsync(state, work.Effect, cancellation);
        if (work.Effect is WriteLines lines && state.AcknowledgedAt is { } at && lines.Lines.Any(line => line.Event == "lead" && line.At == at)) metrics.Acknowledged(at - state.OpenedAt);
        return new EffectAnswer(answer);
    }
}
