using Crisis.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Crisis.Core.Escalation;

/// <summary>
/// One turn of a crisis, for hosts that keep its state in the row store: carry out what is owed, take the inbox in,
/// let the time pass, save state and new effects together before any of them is carried out, and again, until quiet.
/// A crash anywhere repeats at most what was in flight, under the same keys. One turn of a crisis at a time; should
/// two run, the slower one finds its state stale and starts over.
/// </summary>
/// <param name="crises">Shared with whoever looks at crises meanwhile, so that a state just written is not parsed again.</param>
public sealed partial class CrisisTurn(IRowStore store, CrisisTable crises, EffectRunner effects, TimeProvider clock, ILogger<CrisisTurn> log)
{
    private const int MostRounds = 50;

    /// <summary>What failed is tried again after this.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    private readonly Inbox _inbox = new(store);

    public async ValueTask<TurnResult> RunAsync(string crisis, CancellationToken cancellation = default)
    {
        var envelope = await crises.LoadAsync(crisis, cancellation);
        var stored = envelope?.State.Revision;
        var failed = new Dictionary<string, LifeEffect>(StringComparer.Ordinal);
        var woken = false;
        var drained = true;
        for (var round = 0; envelope is not null && round < MostRounds; round++)
        {
            var answers = await CarryOutAsync(envelope, failed, cancellation);
            // What comes after the first look rings, and has a turn of its own; only where there was some may be more than one drain takes.
            IReadOnlyList<InboxEntry> entries = drained ? await _inbox.DrainAsync(crisis, cancellation: cancellation) : [];
            drained = entries.Count > 0;
            List<LifeInput> inputs = [.. answers, .. entries.Select(e => e.Input)];
            if (!woken) inputs.Add(new Woken("wake", clock.GetUtcNow()));
            woken = true;
            var unsaved = envelope.State.Revision != stored;
            if (!unsaved && inputs.Count == 0 && envelope.Pending.Count == failed.Count) break;
            var step = new LifeStep(envelope.State, []);
            var owed = new List<LifeEffect>(failed.Values);
            foreach (var input in inputs)
            {
                step = CrisisLife.Apply(step.State, input);
                owed.AddRange(step.Effects);
            }

            var nothing = step.State == envelope.State && owed.Count == envelope.Pending.Count && owed.Count == failed.Count;
            if (nothing && !unsaved) break;
            var next = new CrisisEnvelope(step.State, owed);
            if (owed.Count > failed.Count && owed.TrueForAll(OnlyAsks))
            {
                envelope = next;
                continue;
            }

            var saved = await crises.SaveAsync(step.State, owed, step, stored, cancellation);
            envelope = saved == SaveOutcome.Stale ? await crises.LoadAsync(crisis, cancellation) : next;
            stored = envelope?.State.Revision;
        }

        var wakeAt = envelope?.State.WakeAt;
        var lines = envelope?.State.Lines ?? 0;
        if (failed.Count == 0) return new TurnResult(wakeAt, 0) { Lines = lines };
        var retry = clock.GetUtcNow() + Retry;
        return new TurnResult(wakeAt is null || retry < wakeAt ? retry : wakeAt, failed.Count) { Lines = lines };
    }

    /// <summary>
    /// Effects that change nothing outside need no state stored before them: after a crash the same moment is lived
    /// again, and asks again. Nor do complaints: each knows by itself whether it was handed over.
    /// </summary>
    private static bool OnlyAsks(LifeEffect effect) => effect is Measure or GatherSpread or CountSurvey or FindLessons or TakePlan or RouteComplaints;

    /// <summary>Carries out what was not tried in this turn yet; what fails is kept, and holds up nothing else.</summary>
    private async ValueTask<List<LifeInput>> CarryOutAsync(CrisisEnvelope envelope, Dictionary<string, LifeEffect> failed, CancellationToken cancellation)
    {
        var answers = new List<LifeInput>();
        foreach (var effect in envelope.Pending.Where(e => !failed.ContainsKey(e.Key)))
        {
            try
            {
                if (await effects.RunAsync(envelope.State, effect, cancellation) is { } answer) answers.Add(answer);
            }
#pragma warning disable CA1031 // Whatever a port throws, the other effects of a crisis must not wait for it.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failed[effect.Key] = effect;
                EffectFailed(log, fault, envelope.State.Id, effect.Key);
            }
        }

        return answers;
    }

    [LoggerMessage(LogLevel.Warning, "Crisis {Crisis}: {Effect} could not be carried out and is tried again")]
    private static partial void EffectFailed(ILogger log, Exception fault, string crisis, string effect);
}
