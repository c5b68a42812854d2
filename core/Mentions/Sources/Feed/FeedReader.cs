using System.ServiceModel.Syndication;
using System.Xml;

namespace Crisis.Core.Mentions.Sources.Feed;

/// <summary>Reads RSS 2.0 and Atom 1.0 answers by System.ServiceModel.Syndication.</summary>
internal static class FeedReader
{
    /// <summary>Of a longer feed only the newest are looked at: so many fit into the cursor.</summary>
    private const int Most = 1_000;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <exception cref="SourceException">It is neither RSS nor Atom (<see cref="SourceFailure.Malformed"/>).</exception>
    public static (IReadOnlyList<FeedEntry> Entries, IReadOnlyList<SourceFault> Faults) Read(NetworkReply reply, string url, DateTimeOffset now)
    {
        var text = FeedText.Decode(reply);
        var feed = Load(text) ?? Load(FeedText.Repair(text)) ?? throw new SourceException(
            SourceFailure.Malformed, $"{url} is neither RSS 2.0 nor Atom. Check that the address is the feed's and not a page's.");
        var entries = new List<FeedEntry>();
        var faults = new List<SourceFault>();
        var language = LanguageOf(feed.Language);
        var number = 0;
        foreach (var item in feed.Items)
        {
            number++;
            if (Entry(item, url, language, now) is { } entry) entries.Add(entry);
            else faults.Add(new($"{url}, item {number}", "It has neither an id nor a link nor a text.", "Nothing to do: the item was left out."));
        }

        return (entries.Count <= Most ? entries : [.. entries.OrderByDescending(e => e.Mention.CreatedAt).Take(Most)], faults);
    }

    private static SyndicationFeed? Load(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            return SyndicationFeed.Load(reader);
        }
        catch (Exception e) when (e is XmlException or FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static FeedEntry? Entry(SyndicationItem item, string url, string? language, DateTimeOffset now)
    {
        var title = PlainText.FromHtml(item.Title?.Text);
        var body = PlainText.FromHtml((item.Content as TextSyndicationContent)?.Text ?? item.Summary?.Text);
        var text = body.Length == 0 || title.StartsWith(body, StringComparison.Ordinal) ? title
            : title.Length == 0 || body.StartsWith(title, StringComparison.Ordinal) ? body : $"{title}\n{body}";
        var link = (item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate") ?? item.Links.FirstOrDefault())?.Uri;
        var id = IdOf(item.Id, link, text, url);
        if (id is null) return null;
        var published = DateOf(() => item.PublishDate);
        var updated = DateOf(() => item.LastUpdatedTime);
        var author = item.Authors.FirstOrDefault();
        var name = author?.Name ?? author?.Email;
        return new FeedEntry(
            new Mention
            {
                Source = "feed",
                Id = id,
                Text = PlainText.Clean(text),
                CreatedAt = (published ?? updated ?? now).ToUniversalTime(),
                Language = language,
                Url = link is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? link.AbsoluteUri : null,
                Author = string.IsNullOrWhiteSpace(name) ? MentionAuthor.Unknown : new MentionAuthor(name.Trim(), name.Trim()),
            },
            (published ?? updated) is not null,
            updated?.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Ids that are no address of their own, such as <c>123</c>, are unique within their feed only.</summary>
    private static string? IdOf(string? id, Uri? link, string text, string url)
    {
        if (!string.IsNullOrWhiteSpace(id)) return Uri.IsWellFormedUriString(id, UriKind.Absolute) ? id : $"{url}|{id.Trim()}";
        if (link is not null) return link.IsAbsoluteUri ? link.AbsoluteUri : $"{url}|{link}";
        return text.Length == 0 ? null : $"{url}|{RecentIds.Hash(text):x}";
    }

    /// <summary>The parser reads a date when it is asked for, and throws then.</summary>
    private static DateTimeOffset? DateOf(Func<DateTimeOffset> read)
    {
        try
        {
            var date = read();
            return date.UtcDateTime.Year < 1990 ? null : date;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? LanguageOf(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) ? tag[..2].ToLowerInvariant() : null;
}
