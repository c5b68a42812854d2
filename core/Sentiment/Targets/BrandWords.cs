using Crisis.Core.Sentiment.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Sentiment.Targets;

/// <summary>
/// A brand's own names. What they are made of is no target: who writes <c>Kuzey Kargo</c> has not spoken of a delivery
/// (<c>kargo</c>) yet. Immutable.
/// </summary>
public sealed class BrandWords
{
    private readonly string[][] names;

    private BrandWords(string[][] names) => this.names = names;

    /// <summary>The names of a watch: its own and its terms, without hashtags and handles.</summary>
    public static BrandWords Of(Watch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        return new BrandWords([
            .. watch.Terms.Prepend(watch.Name).Where(name => name.Length > 0 && name[0] is not ('#' or '@'))
                .Select(name => TextFold.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 0)
                .DistinctBy(words => string.Join(' ', words)),
        ]);
    }

    /// <summary>How many tokens of a text belong to a name that begins at one of them, suffixes included; 0 for none.</summary>
    internal int LengthAt(TokenisedText text, int at)
    {
        var longest = 0;
        foreach (var name in names)
        {
            if (name.Length > longest && IsAt(text, at, name)) longest = name.Length;
        }

        return longest;
    }

    /// <summary>Whether that is one of the names.</summary>
    public bool Names(string target)
    {
        var folded = TextFold.Fold(target);
        return Array.Exists(names, name => string.Join(' ', name) == folded);
    }

    private static bool IsAt(TokenisedText text, int at, string[] name)
    {
        if (at + name.Length > text.Count) return false;
        for (var n = 0; n < name.Length; n++)
        {
            ref readonly var token = ref text.Tokens[at + n];
            if (!token.IsWord || !text.Folded(token).StartsWith(name[n], StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
