using Crisis.Core.Escalation;

namespace Crisis.Core.Detection;

/// <summary>Hands escalations over: Service Bus or a queue on Azure, directly on one machine. At least once.</summary>
public interface IEscalations
{
    ValueTask SendAsync(CrisisEscalation escalation, CancellationToken cancellation = default);
}
