using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Mentions.Facets;

/// <summary>What of the brand's own post makes its habits: the domains it links to, its language.</summary>
internal static class OwnPostFacets
{
    private const int MostLinks = 3;

    public static void Find(Mention mention, TokenisedText text, ICollection<string> facets)
    {
        if (mention.Language is { Length: 2 } language) facets.Add(Facet.OwnLanguage + language);
        var links = 0;
        foreach (var token in text.Tokens)
        {
            if (token.Kind != TokenKind.Link || links == MostLinks) continue;
            if (DomainOf(mention.Text.AsSpan(token.Start, token.Length)) is not { } domain) continue;
            facets.Add(Facet.OwnLink + domain);
            links++;
        }
    }

    private static readonly System.Buffers.SearchValues<char> EndOfHost = System.Buffers.SearchValues.Create("/?#:,;)");

    /// <summary>The host without <c>www.</c>, in small letters; null when there is none.</summary>
    internal static string? DomainOf(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) link = link[(scheme + 3)..];
        var end = link.IndexOfAny(EndOfHost);
        var host = (end < 0 ? link : link[..end]).TrimEnd('.').ToString();
        // Host names are ASCII by rule, so the invariant small letters are theirs.
        host = host.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        return host.Contains('.', StringComparison.Ordinal) && host.Length <= 60 ? host : null;
    }
}
