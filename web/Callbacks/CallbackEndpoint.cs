using System.Text;
using Crisis.Core.Notices.Callbacks;
using Crisis.Core.Notices.Links;
using Crisis.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Callbacks;

/// <summary>
/// <c>POST /callbacks/{token}</c>: what outside systems say back. The token is either one that a notice or a complaint
/// carried (it names crisis and action, and nothing else can be done with it), or the name of a service with an address
/// of its own: <c>pagerduty</c>, <c>opsgenie</c>, <c>sms</c>, which prove themselves by a secret.
/// </summary>
public sealed class CallbackEndpoint(SignedLinks links, PagerCallbacks pagers, SmsCallbacks messages, ComplaintCallbacks complaints) : IEndpoint
{
    public string Path => "/callbacks/{token}";

    public int MostBytes => 64 * 1024;

    public async ValueTask<EndpointAnswer> PostAsync(HttpRequest request, IReadOnlyDictionary<string, string> places, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(places);
        var (token, text) = (places["token"], Encoding.UTF8.GetString(body.Span));
        if (token is "pagerduty" or "opsgenie") return await pagers.ServiceAsync(token, request, text);
        if (token == "sms") return await messages.AnswerAsync(request, text);
        var check = links.Verify(token, LinkPurpose.Callback);
        if (!check.Valid)
        {
            return check.State == LinkState.Expired
                ? EndpointAnswer.Fault(410, "token", "is over: it holds as long as a crisis may last.", "Answer on the crisis's page.")
                : EndpointAnswer.Fault(401, "token", "is not one of this installation.", "Use the address that came as 'callback', whole.");
        }

        var claim = check.Claim!;
        if (claim.Action.StartsWith(NoticeLinks.ComplaintAction, StringComparison.Ordinal))
            return await complaints.AnsweredAsync(claim.Crisis, claim.Action[NoticeLinks.ComplaintAction.Length..], text, request.HttpContext.RequestAborted);
        return PagerAnswers.Read(text) is { } answer
            ? await pagers.AcknowledgeAsync(claim.Crisis, answer, request.HttpContext.RequestAborted)
            : CallbackAnswers.Ignored;
    }
}
