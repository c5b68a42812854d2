using Crisis.Core.Escalation;
using Crisis.Functions.Escalation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Azure;

/// <summary>
/// Reaches the orchestration of a crisis. The host hands its client to functions only, always the same one for a
/// process, so each function that may come here brings it along.
/// </summary>
public sealed class DurableStarter : ICrisisStarter
{
    private DurableTaskClient? _client;

    private DurableTaskClient Client => Volatile.Read(ref _client) ?? throw new InvalidOperationException("No function has brought the durable client yet.");

    /// <summary>Takes the client that the host has given to a function.</summary>
    public void Use(DurableTaskClient client) => Volatile.Write(ref _client, client);

    /// <summary>
    /// Starts it unless it runs or has ended by itself. One that failed or was terminated is started again: what it
    /// knew stands in the store. Two at once may both start it; the second begins where the store says, which is the same.
    /// </summary>
    public async ValueTask StartAsync(string crisis, CancellationToken cancellation = default)
    {
        var instance = await Client.GetInstanceAsync(crisis, getInputsAndOutputs: false, cancellation);
        if (instance is null or { RuntimeStatus: OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated }) await ScheduleAsync(crisis, cancellation);
    }

    /// <summary>Raises the doorbell event. Where nobody runs, the auditor finds the entry.</summary>
    public async ValueTask RingAsync(string crisis, CancellationToken cancellation = default)
    {
        var instance = await Client.GetInstanceAsync(crisis, getInputsAndOutputs: false, cancellation);
        if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending })
            await Client.RaiseEventAsync(crisis, CrisisLifecycle.Doorbell, null, cancellation);
    }

    /// <summary>Starts it anew unless it runs.</summary>
    public async ValueTask ResumeAsync(string crisis, CancellationToken cancellation = default)
    {
        var instance = await Client.GetInstanceAsync(crisis, getInputsAndOutputs: false, cancellation);
        if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended }) return;
        await ScheduleAsync(crisis, cancellation);
    }

    private async ValueTask ScheduleAsync(string crisis, CancellationToken cancellation) =>
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(CrisisLifecycle), crisis, new StartOrchestrationOptions(crisis), cancellation);
}
