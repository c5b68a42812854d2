using Crisis.Core.Watching;

namespace Crisis.Functions.Upkeep.Checks;

/// <summary>A configuration that was changed and cannot be used: what somebody believes to be watched may not be.</summary>
public sealed class ConfigCheck(IConfigSource config) : ICheck
{
    public async ValueTask<IReadOnlyList<string>> FindAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var used = await config.CurrentAsync(cancellation);
        return [.. config.Faults.Select(fault => $"Configuration: {fault} {(used.Watches.Count == 0 ? "Nothing is watched." : "The last good version goes on.")}")];
    }
}
