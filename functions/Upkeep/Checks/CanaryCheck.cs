using Crisis.Functions.Canaries;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>Sends the day's canary, and tells when it has not arrived.</summary>
public sealed class CanaryCheck(Canary canary) : ICheck
{
    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        await canary.SendDueAsync(cancellation) is { NoticedAt: null } run && now - run.SentAt > Canary.Patience
            ? [$"The canary {run.Id} has not arrived: it was lost {run.Place}. {run.Trouble}"]
            : [];
}
