using Crisis.Core.Mentions.Rechecks;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Mentions;

/// <summary>
/// Every five minutes: asks the networks again for stored mentions that matter. Idempotent: a watch's turn is claimed in
/// the store, and an edit or a deletion that comes twice changes nothing more.
/// </summary>
public sealed class RecheckMentions(MentionRecheck recheck, TimerBeats beats)
{
    [Function(nameof(RecheckMentions))]
    public async Task RunAsync([TimerTrigger("40 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await recheck.RunAsync(cancellation);
        await beats.BeatAsync(nameof(RecheckMentions), cancellation);
    }
}
