using Crisis.Core.Mentions.Sources;
using Crisis.Functions.Hosting;

namespace Crisis.Functions.Sentiment;

/// <summary>
/// What all instances together may ask the Language service: documents a minute, documents a day, and nothing while it
/// asked for patience. Rows in the store, so that one rate holds for all.
/// </summary>
public sealed class SentimentBudget(IQuotaLedger quotas, AppSettings settings, TimeProvider clock)
{
    /// <summary>Without a word from the service, how long it is left alone after a refusal.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>In a surge so large a share is judged by the service, as a sample, the newest first.</summary>
    private const int Sample = 4;

    private QuotaCharge Open { get; } = new("language|open", QuotaLimit.Every(TimeSpan.FromDays(1), int.MaxValue), 0);

    private QuotaCharge Minute(int documents) => new("language|minute", QuotaLimit.Every(TimeSpan.FromMinutes(1), settings.SentimentDocumentsPerMinute), documents);

    private QuotaCharge Day(int documents) => new("language|day", QuotaLimit.Every(TimeSpan.FromDays(1), settings.SentimentDocumentsPerDay), documents);

    /// <summary>
    /// How many of the wanted documents may be asked: all when the budget has them; in a surge a quarter, in full
    /// requests; else none. Null: the service is out of reach for now.
    /// </summary>
    public async ValueTask<int?> TakeAsync(int wanted, CancellationToken cancellation = default)
    {
        if (await quotas.TakeAsync([Open], cancellation) is not null) return null;
        foreach (var documents in (int[])[wanted, wanted / Sample / SentimentRequest.Most * SentimentRequest.Most])
        {
            if (documents > 0 && await quotas.TakeAsync([Minute(documents), Day(documents)], cancellation) is null) return documents;
        }

        return 0;
    }

    /// <summary>Gives back what was taken and not asked.</summary>
    public async ValueTask ReturnAsync(int documents, CancellationToken cancellation = default)
    {
        if (documents <= 0) return;
        await quotas.ReturnAsync(Minute(documents), cancellation);
        await quotas.ReturnAsync(Day(documents), cancellation);
    }

    /// <summary>The service refused: nobody asks before that time has passed.</summary>
    public ValueTask RefusedAsync(TimeSpan? retryAfter, CancellationToken cancellation = default) =>
        quotas.HearAsync(Open, 0, clock.GetUtcNow() + (retryAfter ?? Pause), cancellation);
}
