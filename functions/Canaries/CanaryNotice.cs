using System.Globalization;
using Crisis.Core.Notices.Channels;
using Crisis.Functions.Escalation;
using Crisis.Functions.Hosting;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Canaries;

/// <summary>
/// The end of the canary's way: a mail to operations, where there is an address, says how long the chain took. Idempotent but for
/// the mail, which may come twice after a crash between sending and noting.
/// </summary>
public sealed class CanaryNotice(Canary canary, OperationsMail mail, AppTraces traces, AppMetrics metrics, TimeProvider clock)
{
    /// <summary>False when it had arrived before, or nobody sent it.</summary>
    [Function(nameof(CanaryNotice))]
    public async Task<bool> RunAsync([ActivityTrigger] string input, CancellationToken cancellation)
    {
        var (id, trace) = LoopInput.Parse(input);
        using var span = traces.Begin("notice", trace);
        if (await canary.FindAsync(id, cancellation) is not { NoticedAt: null } run) return false;
        var took = clock.GetUtcNow() - run.SentAt;
        var seconds = took.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var sent = await mail.SendAsync($"Crisis.Serverless: the chain works ({seconds} s)", $"The canary mention {id} took {seconds} s from push to notice.", cancellation);
        if (sent is { } outcome && outcome.Status != SendStatus.Accepted) throw new InvalidOperationException($"The canary's notice did not go: {outcome.Why}");
        await canary.ArrivedAsync(id, cancellation);
        metrics.Canary(took);
        return true;
    }
}
