using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath;

/// <summary>Writes the after-action report of a crisis and keeps it under its version; writing a version again replaces it.</summary>
public interface IReportWriter
{
    ValueTask WriteAsync(CrisisState crisis, int version, CancellationToken cancellation = default);
}
