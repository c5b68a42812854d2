namespace Crisis.Functions.Upkeep.Checks;

/// <summary>One thing that the watchdog looks after. Safe to run as often as wanted.</summary>
public interface ICheck
{
    /// <summary>What is wrong and what to do, a sentence each; empty when all is well.</summary>
    ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default);
}
