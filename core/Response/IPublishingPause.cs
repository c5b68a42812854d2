using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>Asks whatever schedules the brand's posts to pause, or to go on.</summary>
public interface IPublishingPause
{
    /// <summary>The scheduler's answer in a few words, null when there is none to ask.</summary>
    /// <param name="key">Stable for the same question, so that a repeat can be told.</param>
    ValueTask<string?> AskAsync(CrisisState crisis, bool resume, string key, CancellationToken cancellation = default);
}
