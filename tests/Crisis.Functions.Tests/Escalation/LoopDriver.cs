using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Escalation;
using Crisis.Functions.Escalation;
using Microsoft.DurableTask.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Functions.Tests.Escalation;

/// <summary>
/// Plays the part of the Durable host: answers what the orchestration asks for, replays it from its first line after
/// each answer, starts the next generation, lets timers fire in virtual time.
/// </summary>
internal sealed class LoopDriver(string crisis, Func<string, object?, Task<object?>> activities, FakeTimeProvider clock, string? input = null)
{
    private OrchestrationHistory _history = Fresh(crisis, JsonSerializer.Serialize(input ?? crisis, CrisisJson.Options), clock);
    private int _rings;

    public bool Ended { get; private set; }

    public int Replays { get; private set; }

    public string? Status { get; private set; }

    public void Ring() => _rings++;

    /// <summary>The process dies: what was asked and not answered is forgotten, the history stays and is replayed.</summary>
    public void Kill() => _history.Steps.RemoveAll(step => !step.Done && step.Kind == "activity");

    /// <summary>The hub is lost: only what stands in the store is left.</summary>
    public void Lose() => _history = Fresh(crisis, JsonSerializer.Serialize(input ?? crisis, CrisisJson.Options), clock);

    /// <summary>Runs until the orchestration waits for time or a ring; at most so many answers, when given.</summary>
    public async Task RunAsync(int most = int.MaxValue)
    {
        for (var answers = 0; !Ended && answers < most;)
        {
            Replays++;
            var run = CrisisLifecycle.RunAsync(new ReplayingContext(_history));
            Status = _history.CustomStatus ?? Status;
            if (run.IsFaulted) await run;
            if (run.IsCompleted)
            {
                if (_history.Next is not { } next) Ended = true;
                else _history = Fresh(crisis, next.Input, clock);
                continue;
            }

            if (_history.Steps.Find(step => step is { Kind: "activity", Done: false }) is { } asked)
            {
                await AnswerAsync(asked);
                answers++;
            }
            else if (_rings > 0 && _history.Steps.Find(step => step is { Kind: "event", Done: false }) is { } bell)
            {
                _rings--;
                bell.DoneAt = clock.GetUtcNow().UtcDateTime;
            }
            else if (_history.Steps.Find(step => step is { Kind: "timer", Done: false } && step.FireAt <= clock.GetUtcNow().UtcDateTime) is { } timer)
            {
                timer.DoneAt = clock.GetUtcNow().UtcDateTime;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>When the orchestration wants to wake up by itself.</summary>
    public DateTime? WakesAt => _history.Steps.FindLast(step => step is { Kind: "timer", Done: false })?.FireAt;

    private async Task AnswerAsync(OrchestrationStep step)
    {
        try
        {
            step.Answer = _history.Write(await activities(step.Name, step.Name switch
            {
                nameof(LoadCrisis) => _history.Read<string>(step.Input),
                nameof(SaveCrisis) => _history.Read<CrisisEnvelope>(step.Input),
                _ => _history.Read<EffectWork>(step.Input),
            }));
        }
        catch (IOException fault)
        {
            if (++step.Tries < step.Attempts) return;
            step.Failure = fault.Message;
        }

        step.DoneAt = clock.GetUtcNow().UtcDateTime;
    }

    private static OrchestrationHistory Fresh(string crisis, string? input, FakeTimeProvider clock) =>
        new(nameof(CrisisLifecycle), crisis, input, CrisisJson.Options) { StartedAt = clock.GetUtcNow().UtcDateTime };
}
