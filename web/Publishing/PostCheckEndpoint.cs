using System.Text.Json;
using Crisis.Core.Mentions.Push;
using Crisis.Core.Watching;
using Crisis.Web.Hosting;
using Crisis.Web.Language;
using Microsoft.AspNetCore.Http;

namespace Crisis.Web.Publishing;

/// <summary>
/// <c>POST /publishing/check</c>: <c>{"watch":"kuzey","text":"…","language":"tr"}</c> in, reasons out, for tools that
/// schedule posts. With the installation's key in <c>X-Crisis-Key</c>, or for somebody who is signed in. Keeps nothing.
/// </summary>
public sealed class PostCheckEndpoint(PostCheck check, IConfigSource config, VisitorReader visitors, WordCatalogue catalogue, PageSettings settings, TimeProvider clock) : IEndpoint
{
    private const int MostText = 5000;

    public string Path => "/publishing/check";

    public int MostBytes => 64 * 1024;

    public async ValueTask<EndpointAnswer> PostAsync(HttpRequest request, IReadOnlyDictionary<string, string> places, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        var current = await config.CurrentAsync(cancellation);
        var keyed = settings.Key is { Length: > 0 } key && PushReceiver.KeyMatches(request.Headers[PushReceiver.KeyHeader], key);
        var visitor = keyed ? null : visitors.Read(request, current, clock.GetUtcNow());
        if (!keyed && visitor is null) return EndpointAnswer.Fault(401, PushReceiver.KeyHeader, "is missing or wrong.", "Send the key of this installation, or sign in.");
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) return EndpointAnswer.Fault(400, "(body)", "is not one JSON object.", "Send {\"watch\":\"…\",\"text\":\"…\"}.");
        var name = Text(root, "watch") ?? (current.Watches.Count == 1 ? current.Watches.Keys.Single() : "");
        if (!current.Watches.TryGetValue(name, out var watch) || visitor?.Sees(watch) == false)
            return EndpointAnswer.Fault(400, "watch", name.Length == 0 ? "is missing." : $"no watch is called '{name}'.", keyed ? $"Known: {string.Join(", ", current.Watches.Keys.Order(StringComparer.Ordinal))}." : "Name one of your watches.");
        if (Text(root, "text") is not { } text || string.IsNullOrWhiteSpace(text)) return EndpointAnswer.Fault(400, "text", "is missing.", "Send the planned post as it would be published.");
        if (text.Length > MostText) return EndpointAnswer.Fault(400, "text", $"is longer than {MostText} characters.", "Send what would be published, not more.");
        var words = catalogue.In(Text(root, "language") ?? catalogue.Preferred(request.Headers.AcceptLanguage.ToString()) ?? visitor?.Language ?? (watch.Languages is [var first, ..] ? first : "en"));
        var findings = await check.CheckAsync(text, watch, words, cancellation);
        return new EndpointAnswer(200, new
        {
            watch = watch.Id,
            stop = findings.Any(f => f.Stop),
            language = words.Language,
            findings = findings.Select(f => new { key = f.Key, about = f.About, stop = f.Stop, text = words.Of($"post.{f.Key}", f.About) }),
        });
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
