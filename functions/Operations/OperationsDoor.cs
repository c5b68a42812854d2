using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Push;
using Crisis.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Crisis.Functions.Operations;

/// <summary>
/// What <c>crisis queue</c> and <c>crisis erase</c> ask of the app, under <c>/operations</c>, with a key of its own in the
/// header: <c>GET poison</c>, <c>POST poison/replay</c> (<c>{"ids": […]}</c>, none: all), <c>POST erase</c>
/// (<c>{"author": …}</c>). Without the key in the vault there is no such door.
/// </summary>
public sealed class OperationsDoor(AppSecrets secrets, IEnumerable<IFailedMessages> failed, MentionStore mentions)
{
    public const string Path = "/operations";
    public const string KeyHeader = "X-Crisis-Operations-Key";
    private const int Most = 96;

    public static bool Is(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.StartsWithSegments(Path, StringComparison.Ordinal);
    }

    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (status, answer) = secrets.Find("operations-key") is not { } key ? (404, null)
            : !PushReceiver.KeyMatches(context.Request.Headers[KeyHeader], key) ? (401, new { fault = $"{KeyHeader} is missing or wrong." })
            : await AnswerAsync(context.Request, context.RequestAborted);
        context.Response.StatusCode = status;
        if (answer is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(JsonSerializer.Serialize(answer, CrisisJson.Options), context.RequestAborted);
    }

    private async Task<(int Status, object? Answer)> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        switch (request.Method, request.Path.Value?[Path.Length..])
        {
            case ("GET", "/poison"):
                return (200, await PeekAsync(cancellation));
            case ("POST", "/poison/replay"):
                var wanted = await ReadAsync<ReplayOrder>(request, cancellation);
                return wanted is null ? Unreadable : (200, new { replayed = await ReplayAsync((wanted.Ids ?? []).ToHashSet(StringComparer.Ordinal), cancellation) });
            case ("POST", "/erase"):
                var person = await ReadAsync<ErasureOrder>(request, cancellation);
                return person?.Author is not { } author || string.IsNullOrWhiteSpace(author)
                    ? Unreadable
                    : (200, new { erased = await mentions.Erasure.EraseAsync(author.Trim(), null, cancellation) });
            default:
                return (404, null);
        }
    }

    private async ValueTask<IReadOnlyList<PoisonEntry>> PeekAsync(CancellationToken cancellation)
    {
        var all = new List<PoisonEntry>();
        foreach (var messages in failed) all.AddRange(await messages.PeekAsync(Most, cancellation));
        return [.. all.OrderBy(entry => entry.SentAt)];
    }

    private async ValueTask<IReadOnlyList<string>> ReplayAsync(HashSet<string> ids, CancellationToken cancellation)
    {
        var replayed = new List<string>();
        foreach (var messages in failed) replayed.AddRange(await messages.ReplayAsync(ids, cancellation));
        return replayed;
    }

    private static (int, object?) Unreadable => (400, new { fault = "The body is not the JSON that this needs." });

    private static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, CrisisJson.Options, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
