namespace Microsoft.DurableTask.Doubles;

/// <summary>One thing that an orchestration asked for, and its answer once there is one.</summary>
public sealed class OrchestrationStep(string kind, string name, string? input)
{
    public string Kind { get; } = kind;
    public string Name { get; } = name;
    public string? Input { get; } = input;
    public string? Event { get; init; }
    public DateTime? FireAt { get; init; }
    public int Attempts { get; init; } = 1;
    public int Tries { get; set; }
    public bool Done => DoneAt is not null;
    public DateTime? DoneAt { get; set; }
    public bool Cancelled { get; set; }
    public string? Answer { get; set; }
    public string? Failure { get; set; }

    internal Task<T> As<T>(OrchestrationHistory history)
    {
        if (!Done) return new TaskCompletionSource<T>().Task;
        return Failure is { } why
            ? Task.FromException<T>(new TaskFailedException(Name, 0, new TaskFailureDetails("(unknown)", why, null, null, null)))
            : Task.FromResult(history.Read<T>(Answer)!);
    }
}
