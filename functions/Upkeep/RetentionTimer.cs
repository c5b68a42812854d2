using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Functions.Mentions;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Upkeep;

/// <summary>
/// Daily: drops what is older than its class allows. Idempotent: whole tables are dropped, and one that is gone stays so.
/// </summary>
public sealed class RetentionTimer(MentionStore mentions, Retention retention, MentionMessages messages, TimerBeats beats, TimeProvider clock)
{
    public const string Name = "Retention";

    [Function(Name)]
    public async Task RunAsync([TimerTrigger("0 20 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await MentionRetention.RunAsync(mentions, retention, clock.GetUtcNow(), MentionRetention.Mentions, cancellation);
        await messages.ForgetAsync(clock.GetUtcNow(), cancellation);
        await beats.BeatAsync(Name, cancellation);
    }
}
