using System.Text.Json;
using Crisis.Core.Escalation;
using Crisis.Core.Notices.Channels;
using Crisis.Core.Notices.Webhooks;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Response;

/// <summary>
/// Asks over the team's webhooks of purpose <c>publishing</c>. An answer is kept in the table <c>pauses</c> under the
/// question's key; an unreached scheduler is an answer too, for the people who then pause by hand.
/// </summary>
/// <param name="post">Null where nothing may go out: in drills.</param>
public sealed class PublishingPause(IRowStore store, IConfigSource config, IWebhookPost? post, TimeProvider time) : IPublishingPause
{
    private readonly JsonRows<PauseAnswer> _answers = new(store, "pauses");

    public async ValueTask<string?> AskAsync(CrisisState crisis, bool resume, string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        if (post is null || crisis.Drill) return null;
        var current = await config.CurrentAsync(cancellation);
        var watch = current.WatchOf(crisis.Watch);
        var answers = new List<string>();
        foreach (var channel in current.TeamOf(watch.Team).Channels.Where(c => c is { Type: "webhook", Purpose: "publishing" }))
        {
            answers.Add(await AskAsync(crisis, watch, channel, resume, key, cancellation));
        }

        return answers.Count == 0 ? null : string.Join("; ", answers);
    }

    private async ValueTask<string> AskAsync(CrisisState crisis, Watch watch, ChannelSettings channel, bool resume, string key, CancellationToken cancellation)
    {
        var row = $"{key}|{channel.Id}";
        if (await _answers.GetAsync(crisis.Id, row, cancellation) is { } known) return known.Answer;
        var body = JsonSerializer.Serialize(new
        {
            type = resume ? "publishing.resume" : "publishing.pause",
            id = $"{crisis.Id}/{key}",
            crisis = crisis.Id,
            watch = crisis.Watch,
            brand = watch.Name,
            kind = crisis.Kind,
            severity = crisis.Severity,
            since = crisis.Since,
            drill = crisis.Drill,
        }, CrisisJson.Options);
        var (outcome, text) = await post!.PostAsync(channel, $"{crisis.Id}/{key}/{channel.Id}", body, cancellation);
        if (outcome.Status != SendStatus.Accepted) return outcome.Why ?? text;
        var answer = text.Length > 0 ? text : resume ? "resumed" : "paused";
        await _answers.InsertAsync(crisis.Id, row, new PauseAnswer(key, channel.Id, answer, time.GetUtcNow()), cancellation);
        return answer;
    }
}
