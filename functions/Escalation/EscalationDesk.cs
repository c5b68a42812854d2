using System.Diagnostics;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Functions.Azure;
using Crisis.Functions.Canaries;
using Crisis.Functions.Hosting;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Escalation;

/// <summary>Takes an escalation in, over whichever transport it came. Idempotent: the handler sends a redelivery where the first delivery went.</summary>
public sealed class EscalationDesk(EscalationHandler handler, DurableStarter starter, AppTraces traces, AppMetrics metrics, TimeProvider clock)
{
    public async ValueTask TakeAsync(string body, DurableTaskClient client, CancellationToken cancellation)
    {
        var (text, parent) = TraceEnvelope.Open(body);
        using var span = traces.Begin("escalate", parent, ActivityKind.Consumer);
        starter.Use(client);
        var escalation = JsonSerializer.Deserialize<CrisisEscalation>(text, CrisisJson.Options)!;
        if (Canary.Is(escalation))
        {
            await starter.FlyAsync(escalation.Id, cancellation);
            return;
        }

        var (crisis, outcome) = await handler.HandleAsync(escalation, cancellation);
        span?.SetTag("crisis", crisis);
        metrics.Escalated(KebabCase.Of(outcome));
        if (outcome == EscalationOutcome.Opened) metrics.Detected(clock.GetUtcNow() - escalation.Since);
    }
}
