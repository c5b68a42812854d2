using Crisis.Core.Sentiment.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Facets;

/// <summary>
/// Tells handles that could be taken for the brand's own: its name with look-alike characters or one typing slip, or its
/// name beside a word of service ("kuzeykargo_destek"). Fans, towns and parodies carry other words.
/// </summary>
internal sealed class BrandHandles
{
    /// <summary>Shorter names are too often part of something else.</summary>
    private const int Shortest = 5;

    private static readonly HashSet<string> Service =
    [
        "destek", "yardim", "musteri", "musterihizmetleri", "hizmet", "resmi", "iade", "kampanya", "cekilis", "odul", "sikayet", "iletisim", "canlidestek",
        "support", "help", "helpdesk", "care", "service", "customerservice", "customercare", "official", "refund", "refunds", "giveaway", "team", "real", "tr", "turkiye",
    ];

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly List<string> _cores;

    public BrandHandles(Watch watch)
    {
        foreach (var handle in watch.Accounts.Values.SelectMany(handles => handles)) _own.Add(Plain(handle));
        var cores = watch.Accounts.Values.SelectMany(handles => handles).Select(Core).Append(Core(watch.Name));
        _cores = [.. cores.Where(core => core.Length >= Shortest).Distinct(StringComparer.Ordinal)];
    }

    public bool IsImitation(string handle)
    {
        if (_cores.Count == 0) return false;
        var plain = Plain(handle);
        var core = Core(handle);
        if (_own.Contains(plain) || core.Length < Shortest) return false;
        foreach (var own in _cores)
        {
            if (core == own) return Letters(plain) != own;
            var at = core.IndexOf(own, StringComparison.Ordinal);
            if (at >= 0 && Service.Contains(string.Concat(core.AsSpan(0, at), core.AsSpan(at + own.Length)).Trim('l', 'o'))) return true;
            if (at >= 0 && Service.Contains(string.Concat(core.AsSpan(0, at), core.AsSpan(at + own.Length)))) return true;
            if (own.Length >= 7 && at < 0 && IsOneSlip(core, own)) return true;
        }
        return false;
    }

    private static string Plain(string handle) => TextFold.Fold(handle.TrimStart('@'));

    // Without the server, only letters; digits that look like letters are those letters.
    private static string Core(string handle)
    {
        var name = Plain(handle);
        var end = name.IndexOfAny(['@', '.']);
        if (end > 0) name = name[..end];
        return string.Concat(name.Select(c => c switch { '0' => 'o', '1' or '|' => 'l', '3' => 'e', '5' => 's', _ => c }).Where(char.IsLetter));
    }

    private static string Letters(string plain)
    {
        var end = plain.IndexOfAny(['@', '.']);
        return string.Concat((end > 0 ? plain[..end] : plain).Where(char.IsLetter));
    }

    /// <summary>One letter changed, left out or put in, behind the same first letter.</summary>
    private static bool IsOneSlip(string a, string b)
    {
        if (a[0] != b[0] || Math.Abs(a.Length - b.Length) > 1 || a == b) return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(same);
        var restB = b.AsSpan(same);
        return a.Length == b.Length ? restA[1..].SequenceEqual(restB[1..])
            : a.Length > b.Length ? restA[1..].SequenceEqual(restB)
            : restA.SequenceEqual(restB[1..]);
    }
}
