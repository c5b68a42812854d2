using Crisis.Core.Sentiment.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>
/// Tells the brand's own posts where the source does not: the author's handle is one of the watch's accounts. With a
/// server in both, both have to be the same; anybody can take the name elsewhere.
/// </summary>
internal static class OwnAccounts
{
    public static bool Wrote(Watch watch, Mention mention)
    {
        if (mention.Author.Handle is not { Length: > 0 } handle || watch.Accounts.Count == 0) return false;
        var plain = Plain(handle);
        foreach (var (_, accounts) in watch.Accounts)
        {
            foreach (var account in accounts)
            {
                var own = Plain(account);
                if (own == plain) return true;
                // Files often leave the server out.
                var server = own.IndexOf('@', StringComparison.Ordinal);
                if (server > 0 && plain.AsSpan().SequenceEqual(own.AsSpan(0, server))) return true;
            }
        }

        return false;
    }

    private static string Plain(string handle) => TextFold.Fold(handle.TrimStart('@'));
}
