using Crisis.Core.Escalation;
using Crisis.Core.Mentions.Push;
using Crisis.Core.Notices.Callbacks;
using Crisis.Core.Watching;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Callbacks;

/// <summary>
/// "OK" written back to a text message. A message names no crisis: it is the one that called this person last and still
/// waits for an answer.
/// </summary>
public sealed class SmsCallbacks(CrisisTable crises, IConfigSource config, PagerCallbacks pagers, TimeProvider clock)
{
    /// <param name="request">With the channel's secret in <c>X-Crisis-Key</c>, or as <c>key</c> in the address where the gateway sends no headers.</param>
    public async ValueTask<EndpointAnswer> AnswerAsync(HttpRequest request, string body)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        var current = await config.CurrentAsync(cancellation);
        string? given = request.Headers[PushReceiver.KeyHeader];
        given ??= request.Query["key"];
        if (!(await pagers.SecretsAsync(current, "sms", cancellation)).Any(secret => PushReceiver.KeyMatches(given, secret))) return CallbackAnswers.Unsigned(PushReceiver.KeyHeader);
        if (SmsReply.Read(request.ContentType, body) is not { } reply)
            return EndpointAnswer.Fault(400, "(body)", "is no message: 'From' and 'Body' are wanted.", "Send a form with From and Body, or JSON with from and text.");
        if (!reply.Acknowledges) return CallbackAnswers.Ignored;
        if (reply.PersonOf(current.Teams.Values.SelectMany(t => t.People)) is not { } person) return CallbackAnswers.UnknownPerson;
        if (await WaitingAsync(person.Id, cancellation) is not { } crisis) return CallbackAnswers.Ignored;
        // Without an id of its own, the same number's word within the minute is the same word.
        var id = $"sms/{crisis.Id}/{crisis.Ladder.Round}/{clock.GetUtcNow().ToUnixTimeSeconds() / 60}";
        return CallbackAnswers.Of(await pagers.SayAsync(crisis, person, id, cancellation), crisis.Id);
    }

    private async ValueTask<CrisisState?> WaitingAsync(string person, CancellationToken cancellation)
    {
        CrisisState? latest = null;
        var at = DateTimeOffset.MinValue;
        foreach (var summary in await crises.ListOpenAsync(cancellation))
        {
            if (await crises.FindAsync(summary.Id, cancellation) is not { } state) continue;
            foreach (var call in state.Ladder.Calls.Where(c => c.Person == person && c.At > at)) (latest, at) = (state, call.At);
        }

        return latest;
    }
}
