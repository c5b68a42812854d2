using System.Globalization;
using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Mentions.Facets;

/// <summary>
/// One number for texts that say the same: letters alone, folded, so that other links, handles, digits, emoji and marks
/// at the end do not make a flood look like many voices.
/// </summary>
internal static class SameText
{
    /// <summary>Shorter texts ("thank you so much") are the same by chance.</summary>
    public const int Shortest = 20;

    private const string PassedOn = "RT @";

    /// <summary>The facet, or null for a short text.</summary>
    public static string? FacetOf(string text, TokenisedText tokens)
    {
        if (text.Length < Shortest) return null;
        var hash = TextHash.Seed;
        var letters = 0;
        foreach (var token in tokens.Tokens)
        {
            if (!token.IsWord) continue;
            hash = TextHash.Add(hash, token.Hash);
            letters += token.FoldedLength;
        }
        return letters < Shortest ? null : Facet.SameText + ((uint)TextHash.Mix(hash)).ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>The same for mentions that say the same, whoever passes them on ("RT @…:"); short texts are taken word for word.</summary>
    /// <param name="work">Only to be used again.</param>
    public static string KeyOf(StoredMention mention, TokenisedText work)
    {
        var text = mention.Mention.Text;
        if (!text.StartsWith(PassedOn, StringComparison.Ordinal))
        {
            foreach (var facet in mention.Facets)
            {
                if (facet.StartsWith(Facet.SameText, StringComparison.Ordinal)) return facet;
            }
        }

        return KeyOf(text, work);
    }

    /// <inheritdoc cref="KeyOf(StoredMention, TokenisedText)"/>
    public static string KeyOf(string text, TokenisedText work)
    {
        var end = text.StartsWith(PassedOn, StringComparison.Ordinal) ? text.IndexOf(": ", StringComparison.Ordinal) : -1;
        if (end > 0) text = text[(end + 2)..];
        Tokeniser.Tokenise(text, work);
        return FacetOf(text, work) ?? text;
    }
}
