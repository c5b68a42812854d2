using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions.Withdrawals;
using Crisis.Core.Notices;
using Crisis.Core.Response;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions.Rechecks;

/// <summary>
/// Holds what a crisis shows against the store. A deletion is told when it is stored; here comes what was on its way
/// just then (an escalation that still carried the post), and edits.
/// </summary>
internal sealed class CrisisReconciling(IRowStore rows, MentionStore mentions, PostWithdrawal withdrawal)
{
    private const int LongestPost = 200, LongestComplaint = 500;

    private readonly Complaints _complaints = new(rows);

    /// <summary>True when the crisis was told something.</summary>
    public async ValueTask<bool> ReconcileAsync(CrisisShows crisis, CancellationToken cancellation)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        var edited = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var post in ShownPosts.Of(crisis.State))
        {
            if (await mentions.Mentions.FindAsync(crisis.State.Watch, post.Source, post.Id, cancellation) is not { } stored) continue;
            var text = EvidenceGathering.Post(stored).Text;
            if (stored.Deleted) gone.Add(ShownPosts.KeyOf(post));
            else if (crisis.State.Open && !Says(post.Text, text)) edited[ShownPosts.KeyOf(post)] = ShortText.Cut(text, LongestPost);
        }

        foreach (var complaint in crisis.Complaints)
        {
            if (await mentions.Mentions.FindAsync(crisis.State.Watch, complaint.Source, complaint.Mention, cancellation) is not { } stored) continue;
            if (stored.Deleted && await withdrawal.EmptyAsync(crisis.State.Id, complaint.Id, cancellation)) gone.Add(complaint.Id);
            else if (crisis.State.Open && !stored.Deleted) await EditAsync(crisis.State.Id, complaint, stored, cancellation);
        }

        if (gone.Count + edited.Count == 0) return false;
        await withdrawal.TellAsync(crisis.State, [.. gone], edited, cancellation);
        return true;
    }

    /// <summary>Whether a text that may have been cut is the beginning of the other, or all of it.</summary>
    private static bool Says(string shown, string text) =>
        shown.EndsWith('…') ? text.StartsWith(shown[..^1], StringComparison.Ordinal) : shown == text;

    private async ValueTask EditAsync(string crisis, Complaint complaint, StoredMention stored, CancellationToken cancellation)
    {
        var text = QuotedText.Cut(PersonalDataMask.Mask(stored.Mention.Text), LongestComplaint);
        if (text.Length > 0 && text != complaint.Text) await _complaints.ChangeAsync(crisis, complaint.Id, c => c with { Text = text }, cancellation);
    }
}
