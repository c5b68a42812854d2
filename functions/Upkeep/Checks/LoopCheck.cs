using Crisis.Core.Escalation;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>Inbox rows that nobody drained and crises that should have woken: their loop is rung.</summary>
public sealed class LoopCheck(InboxAuditor auditor) : ICheck
{
    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        [.. (await auditor.AuditAsync(cancellation)).Select(finding => $"Crisis {finding.Crisis}: {finding.Waiting} entries waited, {finding.Late.TotalMinutes:0} min overdue; its loop was rung.")];
}
