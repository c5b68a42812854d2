using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Crisis.Functions.Tests.Pipeline;

/// <summary>A task hub as its client sees it: which instances were started with what, and which were rung.</summary>
internal sealed class HubClient() : DurableTaskClient("hub")
{
    /// <summary>Instance, orchestration and input, in order.</summary>
    public List<(string Instance, string Name, string Input)> Started { get; } = [];

    public List<string> Rung { get; } = [];

    /// <summary>Waited for before an instance shows: how the service behaves while two start at once.</summary>
    public Task Visible { get; set; } = Task.CompletedTask;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        await Visible;
        lock (Started) Started.Add((options!.InstanceId!, orchestratorName.Name, (string)input!));
        return options.InstanceId!;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Rung.Add(instanceId);
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        lock (Started)
        {
            return Task.FromResult(Started.Exists(started => started.Instance == instanceId)
                ? new OrchestrationMetadata(instanceId, instanceId) { RuntimeStatus = OrchestrationRuntimeStatus.Running }
                : null);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
