namespace Crisis.Core.Escalation;

/// <summary>Reaches the loop that drives a crisis: an orchestration on Azure, a task locally. All are safe to repeat.</summary>
public interface ICrisisStarter
{
    /// <summary>Starts the loop of a new crisis under its id. Never starts one again that has ended.</summary>
    ValueTask StartAsync(string crisis, CancellationToken cancellation = default);

    /// <summary>The doorbell: something waits in the inbox. May be lost; the inbox is not.</summary>
    ValueTask RingAsync(string crisis, CancellationToken cancellation = default);

    /// <summary>Runs the loop of a crisis whose life was over once more, because a person said something to it.</summary>
    ValueTask ResumeAsync(string crisis, CancellationToken cancellation = default);
}
