namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// The budgets that networks grant, kept for all watches and instances together: a limit belongs to a credential or an
/// address, not to a watch.
/// </summary>
public interface IQuotaLedger
{
    /// <summary>Takes all charges or none. Null when they were granted, else when to ask again, UTC.</summary>
    ValueTask<DateTimeOffset?> TakeAsync(IReadOnlyList<QuotaCharge> charges, CancellationToken cancellation = default);

    /// <summary>Gives back units that were taken and turned out not to be used.</summary>
    ValueTask ReturnAsync(QuotaCharge charge, CancellationToken cancellation = default);

    /// <summary>
    /// What the network itself said: so many units are left until then. It may count others' use, so the smaller of
    /// both counts holds. With 0 left nothing is granted before <paramref name="resetAt"/> (UTC).
    /// </summary>
    ValueTask HearAsync(QuotaCharge charge, int remaining, DateTimeOffset resetAt, CancellationToken cancellation = default);
}
