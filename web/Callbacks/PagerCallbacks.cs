using Crisis.Core.Escalation;
using Crisis.Core.Mentions.Push;
using Crisis.Core.Notices;
using Crisis.Core.Notices.Callbacks;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Web.Decisions;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Callbacks;

/// <summary>An acknowledgement that comes back from a paging service becomes the decision of the person who gave it.</summary>
public sealed class PagerCallbacks(CrisisTable crises, IConfigSource config, IDecisions decisions, TimeProvider clock, ISecrets secrets)
{
    /// <summary>PagerDuty's webhook subscription, or Opsgenie's webhook: one address for all incidents, with the channel's secret.</summary>
    public async ValueTask<EndpointAnswer> ServiceAsync(string service, HttpRequest request, string body)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        var current = await config.CurrentAsync(cancellation);
        if (!(await SecretsAsync(current, service, cancellation)).Any(secret => Proves(service, request, body, secret))) return CallbackAnswers.Unsigned(service == "pagerduty" ? "X-PagerDuty-Signature" : PushReceiver.KeyHeader);
        if (PagerAnswers.Read(body) is not { } answer) return CallbackAnswers.Ignored;
        return answer.Crisis is { } crisis ? await AcknowledgeAsync(crisis, answer, cancellation) : CallbackAnswers.UnknownCrisis;
    }

    public async ValueTask<EndpointAnswer> AcknowledgeAsync(string crisis, PagerAnswer answer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (await crises.FindAsync(crisis, cancellation) is not { } state) return CallbackAnswers.UnknownCrisis;
        var current = await config.CurrentAsync(cancellation);
        var people = current.TeamOf(current.WatchOf(state.Watch).Team).People;
        if (PagerAnswers.PersonOf(answer.Who, people) is not { } person) return CallbackAnswers.UnknownPerson;
        return CallbackAnswers.Of(await SayAsync(state, person, answer.Id, cancellation), crisis);
    }

    /// <summary>The person is on it. The same id is the same word, however often it comes.</summary>
    internal ValueTask<DecisionReceipt> SayAsync(CrisisState crisis, Person person, string id, CancellationToken cancellation) => decisions.SayAsync(
        new Decision
        {
            Id = DecisionIds.Of(id, DecisionVerb.Acknowledge, new Dictionary<string, string> { ["person"] = person.Id }),
            Crisis = crisis.Id,
            Watch = crisis.Watch,
            Person = person.Id,
            Verb = DecisionVerb.Acknowledge,
            At = clock.GetUtcNow(),
            Via = "webhook",
        },
        cancellation);

    /// <summary>Secrets by which callers of that sort prove themselves: field <c>callback</c> of the channels with the template.</summary>
    internal async ValueTask<IReadOnlyList<string>> SecretsAsync(CrisisConfig current, string template, CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var channel in current.Teams.Values.SelectMany(t => t.Channels).Where(c => c.Type == "webhook" && c.Template == template))
        {
            if (channel.Fields.TryGetValue("callback", out var value) && await secrets.ResolveAsync(value, cancellation) is { Length: > 0 } secret) found.Add(secret);
        }

        return found;
    }

    private static bool Proves(string service, HttpRequest request, string body, string secret) => service == "pagerduty"
        ? PagerAnswers.PagerDutySigned(request.Headers["X-PagerDuty-Signature"].ToString(), body, secret)
        : PushReceiver.KeyMatches(request.Headers[PushReceiver.KeyHeader], secret);
}
