using System.Globalization;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Channels;
using Crisis.Functions.Escalation;
using Crisis.Functions.Hosting;
using Crisis.Functions.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Crisis.Functions.Canaries;

/// <summary>
/// The end of the canary's way: every way to operations, where there is one, is told how long the chain took. Idempotent: a way
/// that was told is noted and left out; only a crash between sending and noting tells it twice.
/// </summary>
public sealed class CanaryNotice(Canary canary, OperationsWays ways, AppTraces traces, AppMetrics metrics, TimeProvider clock)
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
        var text = new OperationsText($"Crisis.Serverless: the chain works ({seconds} s)", [$"The canary mention {id} took {seconds} s from push to notice."], NoticeReason.Report);
        var faults = new List<string>();
        foreach (var way in (await ways.ListAsync(cancellation)).Where(way => !run.Told.Contains(way.Channel)))
        {
            var outcome = await ways.SendAsync(way, text, cancellation);
            if (outcome.Status is SendStatus.Accepted or SendStatus.NotNeeded) await canary.ToldAsync(id, way.Channel, cancellation);
            else faults.Add($"{way.Channel}: {outcome.Why}");
        }

        if (faults.Count > 0)
        {
            await canary.TroubleAsync(id, $"Its notice did not go. {string.Join(' ', faults)}", cancellation);
            throw new InvalidOperationException($"The canary's notice did not go: {string.Join(' ', faults)}");
        }

        await canary.ArrivedAsync(id, cancellation);
        metrics.Canary(took);
        return true;
    }
}
