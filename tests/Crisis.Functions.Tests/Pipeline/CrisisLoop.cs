using Crisis.Core.Escalation;
using Crisis.Functions.Escalation;
using Crisis.Functions.Tests.Escalation;

namespace Crisis.Functions.Tests.Pipeline;

/// <summary>Drives the orchestration of a bench's crisis with the app's own activities.</summary>
internal static class CrisisLoop
{
    public static LoopDriver Of(AppBench app, string crisis, string input) => new(crisis, async (name, argument) => name switch
    {
        nameof(LoadCrisis) => await app.Make<LoadCrisis>().RunAsync((string)argument!, CancellationToken.None),
        nameof(SaveCrisis) => await app.Make<SaveCrisis>().RunAsync((CrisisEnvelope)argument!, CancellationToken.None),
        _ => await app.Make<RunEffect>().RunAsync((EffectWork)argument!, app.Hub, CancellationToken.None),
    }, app.Clock, input);
}
