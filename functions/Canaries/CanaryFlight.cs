using Crisis.Functions.Escalation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Crisis.Functions.Canaries;

/// <summary>
/// The canary's way through the orchestration: one activity, as every notice takes. Idempotent: it runs under the day's
/// id, and the activity notes the first arrival.
/// </summary>
public static class CanaryFlight
{
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromSeconds(5), 3));

    [Function(nameof(CanaryFlight))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.CallActivityAsync<bool>(nameof(CanaryNotice), context.GetInput<string>(), Patient);
    }
}
