using Crisis.Core.Storage;

namespace Crisis.Core.Escalation;

/// <summary>
/// Looks after the loops: rings for entries that nobody drained within a minute (the doorbell may be lost), and for
/// crises that should have woken and did not. Safe to run anywhere, as often as wanted.
/// </summary>
public sealed class InboxAuditor(IRowStore store, ICrisisStarter starter, TimeProvider clock)
{
    private static readonly TimeSpan Drained = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    private readonly CrisisTable _crises = new(store);
    private readonly Inbox _inbox = new(store);

    public async ValueTask<IReadOnlyList<AuditFinding>> AuditAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var findings = new List<AuditFinding>();
        foreach (var crisis in await _crises.ListLiveAsync(cancellation))
        {
            var waiting = (await _inbox.DrainAsync(crisis.Id, cancellation: cancellation)).Count(e => now - e.WrittenAt >= Drained);
            var late = crisis.WakeAt is { } wake && now - wake >= Overdue ? now - wake : TimeSpan.Zero;
            if (waiting == 0 && late == TimeSpan.Zero) continue;
            findings.Add(new AuditFinding(crisis.Id, waiting, late));
            if (crisis.WakeAt is null) await starter.ResumeAsync(crisis.Id, cancellation);
            else if (crisis.Open) await starter.StartAsync(crisis.Id, cancellation);
            await starter.RingAsync(crisis.Id, cancellation);
        }

        return findings;
    }
}
