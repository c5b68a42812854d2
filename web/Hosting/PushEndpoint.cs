using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Push;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Web.Hosting;

/// <summary><c>POST /mentions</c>: JSON in, with the key in the header; the answer says what was taken and what was wrong.</summary>
public static class PushEndpoint
{
    /// <param name="key">The key that callers must send.</param>
    public static async Task HandleAsync(HttpContext context, string key)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        if (!PushReceiver.KeyMatches(request.Headers[PushReceiver.KeyHeader], key))
        {
            await AnswerAsync(context, new PushAnswer(401, 0, [new SourceFault(PushReceiver.KeyHeader, "is missing or wrong.", "Send the key of this installation.")]));
            return;
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            await AnswerAsync(context, new PushAnswer(415, 0, [new SourceFault("Content-Type", "is not application/json.", "Send JSON.")]));
            return;
        }

        if (await BodyReader.ReadAsync(request, PushReader.MostBytes) is not { } body)
        {
            await AnswerAsync(context, new PushAnswer(413, 0, [new SourceFault("(body)", $"is larger than {PushReader.MostBytes / 1024} KiB.", "Send fewer mentions at once.")]));
            return;
        }

        var receiver = context.RequestServices.GetRequiredService<PushReceiver>();
        await AnswerAsync(context, await receiver.ReceiveAsync(body, request.Query["watch"] is [{ Length: > 0 } watch] ? watch : null, context.RequestAborted));
    }

    private static async Task AnswerAsync(HttpContext context, PushAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { answer.Accepted, answer.Faults }, CrisisJson.Options));
    }
}
