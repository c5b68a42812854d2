using System.Globalization;
using System.Text.Json;
using Crisis.Core.Response;
using Crisis.Web.Hosting;

namespace Crisis.Web.Callbacks;

/// <summary>Customer service's own system says that it has answered a complaint: an empty body, or <c>{"at": "…"}</c>.</summary>
public sealed class ComplaintCallbacks(Complaints complaints, ComplaintAnswers answers, TimeProvider clock)
{
    public async ValueTask<EndpointAnswer> AnsweredAsync(string crisis, string complaint, string body, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var now = clock.GetUtcNow();
        var at = now;
        if (body.AsSpan().Trim().Length > 0)
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return EndpointAnswer.Fault(400, "(body)", "is not one JSON object.", "Send nothing, or {\"at\":\"2026-03-02T10:05Z\"}.");
            if (root.TryGetProperty("at", out var said))
            {
                if (said.ValueKind != JsonValueKind.String || !DateTimeOffset.TryParse(said.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at))
                    return EndpointAnswer.Fault(400, "at", "is not a time.", "Write it as ISO 8601, such as 2026-03-02T10:05Z.");
                // Clocks differ; an answer from the future is one of now.
                if (at > now) at = now;
            }
        }

        if (await complaints.FindAsync(crisis, complaint, cancellation) is null) return EndpointAnswer.Fault(404, "complaint", "is not known.", "Use the address that came with the complaint.");
        var first = await answers.AnsweredAsync(crisis, complaint, at, cancellation: cancellation);
        return new EndpointAnswer(200, new { result = first ? "taken" : "known", crisis, complaint });
    }
}
