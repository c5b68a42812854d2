namespace Crisis.Functions.Escalation;

/// <summary>What an orchestration begins with: the id of its crisis and, where one is known, the trace that led to it.</summary>
public readonly record struct LoopInput(string Crisis, string? Trace)
{
    /// <summary>One line, or two with the trace in the second.</summary>
    public override string ToString() => Trace is null ? Crisis : Crisis + "\n" + Trace;

    public static LoopInput Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Split('\n', 2) is [var crisis, var trace] ? new(crisis, trace) : new(input, null);
    }
}
