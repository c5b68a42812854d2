using Crisis.Core.Watching;

namespace Crisis.Local.Drills;

/// <summary>A configuration that does not change while a drill runs.</summary>
internal sealed class FixedConfig(CrisisConfig config) : IConfigSource
{
    /// <summary>Somebody of the roster, for a script that says "whoever".</summary>
    public string AnyPerson => config.TeamOf("default").People is [var first, ..] ? first.Id : "responder";

    public ValueTask<CrisisConfig> CurrentAsync(CancellationToken cancellation = default) => ValueTask.FromResult(config);
}
