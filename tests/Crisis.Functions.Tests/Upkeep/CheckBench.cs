using Crisis.Functions.Tests.Pipeline;
using Crisis.Functions.Upkeep.Checks;

namespace Crisis.Functions.Tests.Upkeep;

/// <summary>Runs single checks of a bench's watchdog at its time.</summary>
internal sealed class CheckBench(AppBench app)
{
    public Task<IReadOnlyList<string>> CanaryAsync() => RunAsync<CanaryCheck>();

    public async Task<IReadOnlyList<string>> RunAsync<T>()
        where T : ICheck => await app.Make<T>().FindAsync(app.Clock.GetUtcNow());
}
