using Crisis.Core.Detection;
using Crisis.Core.Escalation;

namespace Crisis.Local.Hosting;

/// <summary>Hands escalations over at once: on one machine there is no bus between detection and the crisis.</summary>
internal sealed class DirectEscalations(EscalationHandler handler) : IEscalations
{
    public async ValueTask SendAsync(CrisisEscalation escalation, CancellationToken cancellation = default) =>
        await handler.HandleAsync(escalation, cancellation);
}
