using System.Text.Json;
using Crisis.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crisis.Web.Hosting;

/// <summary>All endpoints for machines behind one door: method, size and faults are judged here, once.</summary>
public sealed class EndpointHost(IEnumerable<IEndpoint> endpoints, ILogger<EndpointHost> log)
{
    private readonly (PageRoute Route, IEndpoint Endpoint)[] _endpoints = [.. endpoints.Select(e => (new PageRoute(e.Path), e))];

    /// <summary>Answers when the address is an endpoint's; false when it is not.</summary>
    public async Task<bool> TryHandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path.Value ?? "/";
        foreach (var (route, endpoint) in _endpoints)
        {
            if (route.Match(path) is not { } places) continue;
            await WriteAsync(context, await AnswerAsync(context, endpoint, places));
            return true;
        }

        return false;
    }

    private async ValueTask<EndpointAnswer> AnswerAsync(HttpContext context, IEndpoint endpoint, IReadOnlyDictionary<string, string> places)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return EndpointAnswer.Fault(405, "(method)", $"{context.Request.Method} is not taken here.", "Send a POST.");
        if (await BodyReader.ReadAsync(context.Request, endpoint.MostBytes) is not { } body)
            return EndpointAnswer.Fault(413, "(body)", $"is larger than {endpoint.MostBytes / 1024} KiB.", "Send less at once.");
        try
        {
            return await endpoint.PostAsync(context.Request, places, body);
        }
        catch (JsonException fault)
        {
            return EndpointAnswer.Fault(400, "(body)", $"is not JSON{(fault.LineNumber is { } line ? $" (line {line + 1})" : "")}.", "Send one JSON object.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Endpoint {Path} failed.", endpoint.Path);
            return EndpointAnswer.Fault(500, "(server)", "failed.", "Try again later; the log says why.");
        }
    }

    private static async Task WriteAsync(HttpContext context, EndpointAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(JsonSerializer.Serialize(answer.Body, CrisisJson.Options), context.RequestAborted);
    }
}
