using Crisis.Core.Escalation;
using Crisis.Core.Notices.Delivery;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>Notices that reached nobody, and retries that nobody takes up.</summary>
public sealed class NoticeCheck(CrisisTable crises, NoticeLog log, NoticeRetries retries) : ICheck
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var troubles = new List<string>();
        foreach (var crisis in await crises.ListOpenAsync(cancellation))
        {
            List<NoticeDelivery> lost = [.. (await log.LostAsync(crisis.Id, cancellation)).Where(line => now - line.LastAt < Lately)];
            if (lost.Count > 0) troubles.Add($"Crisis {crisis.Id}: {lost.Count} notices reached nobody, the last to {lost[^1].Recipient}: {lost[^1].Why} Call the people by phone.");
        }

        if (await retries.NextAsync(cancellation) is { } due && now - due > Patience) troubles.Add($"Notices to be sent again wait since {(now - due).TotalMinutes:0} min: does the function RetryNotices run?");
        return troubles;
    }
}
