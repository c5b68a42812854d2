namespace Microsoft.DurableTask.Doubles;

/// <summary>
/// An orchestration context that replays as the real one does: what the code asked for and got is a history; after each
/// answer the code runs again from its first line against that history, and must ask for the same things in the same
/// order, or <see cref="NonDeterministicOrchestrationException"/> is thrown. Values pass through JSON.
/// </summary>
public sealed class ReplayingContext(OrchestrationHistory history) : TaskOrchestrationContext
{
    private int _next;
    private int _waits;

    public override TaskName Name => history.Name;

    public override string InstanceId => history.Instance;

    /// <summary>When the last answered activity before this point was answered: the same in every replay.</summary>
    public override DateTime CurrentUtcDateTime => history.Steps.Take(_next).Where(step => step.Kind == "activity" && step.DoneAt is not null)
        .Select(step => step.DoneAt!.Value).DefaultIfEmpty(history.StartedAt).Max();

    public override bool IsReplaying => _next < history.Steps.Count;

    public override T? GetInput<T>()
        where T : default => history.Read<T>(history.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        Take(new OrchestrationStep("activity", name.Name, history.Write(input)) { Attempts = options?.Retry?.Policy?.MaxNumberOfAttempts ?? 1 }).As<TResult>(history);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var step = Take(new OrchestrationStep("timer", fireAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture), null) { FireAt = fireAt });
        cancellationToken.Register(() => step.Cancelled = true);
        return step.As<object?>(history);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var step = Take(new OrchestrationStep("event", eventName + "#" + _waits++, null) { Event = eventName });
        return step.As<T>(history);
    }

    public override void SetCustomStatus(object? customStatus) => history.CustomStatus = history.Write(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        history.Next = (history.Write(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid() => throw new NotSupportedException("The app asks for none.");

    private OrchestrationStep Take(OrchestrationStep asked)
    {
        if (_next == history.Steps.Count) history.Steps.Add(asked);
        var known = history.Steps[_next++];
        if (known.Kind != asked.Kind || known.Name != asked.Name || known.Input != asked.Input)
            throw new NonDeterministicOrchestrationException($"Step {_next} was {known.Kind} {known.Name} {known.Input}, and is {asked.Kind} {asked.Name} {asked.Input} in the replay.");
        return known;
    }
}
