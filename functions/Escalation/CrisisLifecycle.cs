using System.Text.Json;
using Crisis.Core.Escalation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Crisis.Functions.Escalation;

/// <summary>
/// The loop of one crisis, under its id: load and drain, apply, save, carry out, until quiet; then wait for the doorbell
/// or the time, and begin anew. Idempotent: state and what it owes stand in the store and are saved before anything is
/// carried out; a loop that dies is started again from there. No clock, chance or I/O but the context's.
/// </summary>
public static class CrisisLifecycle
{
    public const string Doorbell = "doorbell";
    private const int MostRounds = 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromSeconds(2), 3));

    [Function(nameof(CrisisLifecycle))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var input = context.GetInput<string>()!;
        var crisis = LoopInput.Parse(input);

        // One waiter a generation, from its begin, never with a timeout: one that gave up would swallow the next ring.
        var rung = context.WaitForExternalEvent<string?>(Doorbell);
        if (await context.CallActivityAsync<TurnInput?>(nameof(LoadCrisis), input, Patient) is not { } turn) return;
        var (state, saved, written) = (turn.State, turn.State, turn.Pending.Count);
        List<LifeInput> inputs = [.. turn.Entries, new Woken("wake", context.CurrentUtcDateTime)];
        List<LifeEffect> owed = [.. turn.Pending];
        List<LifeEffect> failed = [];
        for (var round = 0; round < MostRounds && (round == 0 || inputs.Count > 0 || owed.Count > 0 || written > failed.Count); round++)
        {
            foreach (var entry in inputs)
            {
                var step = CrisisLife.Apply(state, entry);
                state = step.State;
                owed.AddRange(step.Effects);
            }

            inputs = [];
            List<LifeEffect> all = [.. failed, .. owed];
            if ((!ReferenceEquals(state, saved) || all.Count != written) && await context.CallActivityAsync<SaveOutcome>(nameof(SaveCrisis), new CrisisEnvelope(state, all), Patient) == SaveOutcome.Stale)
            {
                context.ContinueAsNew(input);
                return;
            }

            (saved, written) = (state, all.Count);
            context.SetCustomStatus(JsonNamingPolicy.KebabCaseLower.ConvertName(state.Open ? state.Stage.ToString() : "Closed"));
            inputs = await CarryOutAsync(context, crisis, owed, failed);
            owed = [];
        }

        var more = inputs.Count > 0 || rung.IsCompleted;
        if (state.WakeAt is null && failed.Count == 0 && !more) return;
        if (!more) await WaitAsync(context, state, failed.Count > 0 ? Retry : LongestWait, rung);
        // The trace goes on until people have been called; what follows for days is told apart.
        context.ContinueAsNew(state.RespondedAt is null ? input : crisis.Crisis);
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, CrisisState state, TimeSpan most, Task rung)
    {
        using var over = new CancellationTokenSource();
        var now = context.CurrentUtcDateTime;
        var latest = now + most;
        var wake = state.WakeAt?.UtcDateTime is { } at && at < latest ? at : latest;
        await Task.WhenAny(rung, context.CreateTimer(wake > now ? wake : now, over.Token));
        // Not CancelAsync: an orchestrator may wait for nothing but its context.
        over.Cancel();
    }

    /// <summary>Carries out one after the other; what fails after its tries is kept as owed, and holds up nothing else.</summary>
    private static async Task<List<LifeInput>> CarryOutAsync(TaskOrchestrationContext context, LoopInput crisis, List<LifeEffect> owed, List<LifeEffect> failed)
    {
        var answers = new List<LifeInput>();
        foreach (var effect in owed)
        {
            try
            {
                var done = await context.CallActivityAsync<EffectAnswer>(nameof(RunEffect), new EffectWork(crisis.Crisis, effect, crisis.Trace), Patient);
                if (done.Input is { } answer) answers.Add(answer);
            }
            catch (TaskFailedException)
            {
                failed.Add(effect);
            }
        }

        return answers;
    }
}
