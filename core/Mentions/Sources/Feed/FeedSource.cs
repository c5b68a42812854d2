using System.Globalization;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Sources.Feed;

/// <summary>
/// One feed. It asks only for what changed (ETag, Last-Modified: RFC 9110, 13.1), and since most feeds repeat their last
/// items in every answer, the cursor keeps what it has seen.
/// </summary>
public sealed class FeedSource(SourcePorts ports, Watch watch, SourceSettings settings) : IMentionSource, ISourceProbe
{
    /// <summary>So many mentions a page; the rest of a large feed comes with the next call.</summary>
    private const int Most = 500;

    private readonly WatchTerms terms = new(watch);
    private readonly string url = settings.Fields.GetValueOrDefault("url", "");

    public async ValueTask<SourcePage> PullAsync(string? cursor, DateTimeOffset since, CancellationToken cancellation = default)
    {
        var last = FeedCursor.Read(cursor);
        var reply = await AskAsync(last, cancellation);
        if (reply.Status == 304) return new SourcePage([], cursor);
        var now = ports.Clock.GetUtcNow();
        var (entries, faults) = FeedReader.Read(reply, url, now);
        var seen = last.SeenIds();
        List<Mention> fresh = [], updated = [];

        // Oldest first; what is left for the next page must not have been marked as seen.
        foreach (var entry in entries.OrderBy(e => e.Mention.CreatedAt))
        {
            var id = RecentIds.Hash(entry.Mention.Id);
            var version = RecentIds.Hash($"{entry.Mention.Id}\n{entry.Version}");
            var known = seen.Contains(id);
            if (known && (entry.Version is null || seen.Contains(version))) continue;
            if (fresh.Count == Most) return Page(last with { Seen = seen.Write() }, fresh, updated, faults) with { More = true };
            seen.Add(id);
            if (entry.Version is not null) seen.Add(version);
            if (known) updated.Add(Own(entry.Mention));
            else if ((entry.Dated is false || entry.Mention.CreatedAt >= since) && Wanted(entry.Mention.Text)) fresh.Add(Own(entry.Mention));
        }

        return Page(
            new FeedCursor
            {
                ETag = reply.Headers.ETag?.ToString(),
                LastModified = reply.Content?.LastModified?.ToString("R", CultureInfo.InvariantCulture),
                Seen = seen.Write(),
            },
            fresh,
            updated,
            faults);
    }

    public async ValueTask<IReadOnlyList<SourceFault>> ProbeAsync(CancellationToken cancellation = default)
    {
        try
        {
            return FeedReader.Read(await AskAsync(new FeedCursor(), cancellation), url, ports.Clock.GetUtcNow()).Faults;
        }
        catch (SourceException e)
        {
            return [StreamWalk.Fault(new NetworkStream("feed", url), e)];
        }
    }

    private static SourcePage Page(FeedCursor cursor, List<Mention> fresh, List<Mention> updated, IReadOnlyList<SourceFault> faults) =>
        new(fresh, cursor.Write()) { Updated = updated, Faults = faults };

    private bool Wanted(string text) =>
        settings.Fields.GetValueOrDefault("all") == "true" ? !terms.Excludes(text) : terms.Match(text);

    private Mention Own(Mention mention) => settings.Fields.GetValueOrDefault("own") == "true" ? mention with { Own = true } : mention;

    private async ValueTask<NetworkReply> AskAsync(FeedCursor last, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1");
        if (last.ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", last.ETag);
        if (last.LastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", last.LastModified);
        var name = $"The feed {url}";
        var reply = await ports.SendAsync(name, request, cancellation);
        return reply.Fine || reply.Status == 304 ? reply : throw Refusal.Read(name, reply, ports.Clock.GetUtcNow());
    }
}
