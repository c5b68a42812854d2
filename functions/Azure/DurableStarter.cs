using System.Diagnostics;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Functions.Canaries;
using Crisis.Functions.Escalation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Azure;

/// <summary>
/// Reaches the orchestration of a crisis. The host hands its client to functions only, always the same one for a
/// process, so each function that may come here brings it along.
/// </summary>
public sealed class DurableStarter(IRowStore rows, TimeProvider clock) : ICrisisStarter
{
    /// <summary>After so long a start shows in the hub, or whoever began it has died.</summary>
    private static readonly TimeSpan Begun = TimeSpan.FromSeconds(15);

    private readonly JsonRows<LoopStart> _starts = new(rows, "starts");
    private DurableTaskClient? _client;

    private DurableTaskClient Client => Volatile.Read(ref _client) ?? throw new InvalidOperationException("No function has brought the durable client yet.");

    /// <summary>Takes the client that the host has given to a function.</summary>
    public void Use(DurableTaskClient client) => Volatile.Write(ref _client, client);

    /// <summary>
    /// Starts it unless it runs or has ended by itself. One that failed or was terminated is started again: what it
    /// knew stands in the store.
    /// </summary>
    public async ValueTask StartAsync(string crisis, CancellationToken cancellation = default)
    {
        var instance = await Client.GetInstanceAsync(crisis, getInputsAndOutputs: false, cancellation);
        if (instance is null or { RuntimeStatus: OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated }) await ScheduleAsync(crisis, cancellation);
    }

    /// <summary>Lets a canary fly: its orchestration begins once, whatever is delivered twice.</summary>
    public async ValueTask FlyAsync(string canary, CancellationToken cancellation = default)
    {
        if (await Client.GetInstanceAsync(canary, getInputsAndOutputs: false, cancellation) is not null) return;
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(CanaryFlight), new LoopInput(canary, Activity.Current?.Id).ToString(), new StartOrchestrationOptions(canary), cancellation);
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

    /// <summary>
    /// Of several that want to start it at once, the store lets one: two starts of one id that cross each other can leave
    /// it deaf for minutes on the storage backend.
    /// </summary>
    private async ValueTask ScheduleAsync(string crisis, CancellationToken cancellation)
    {
        var mine = new LoopStart(Guid.NewGuid().ToString("n"), clock.GetUtcNow());
        var stands = await _starts.ChangeAsync(crisis, "start", other => other is null || mine.At - other.At >= Begun ? mine : null, cancellation);
        if (stands != mine) return;
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(CrisisLifecycle), new LoopInput(crisis, Activity.Current?.Id).ToString(), new StartOrchestrationOptions(crisis), cancellation);
    }
}
