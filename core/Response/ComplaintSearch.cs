using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Notices;
using Crisis.Core.Sentiment;
using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>Finds complaints, the brand's answers to them and reactions to those, window by window.</summary>
internal sealed class ComplaintSearch(IRowStore store, MentionStore mentions)
{
    /// <summary>After so many mentions a call ends at the next window.</summary>
    public const int MostLookedAt = 5_000;

    private const int LongestText = 500;

    /// <summary>Windows this young are looked at again: mentions arrive late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    private readonly Complaints _complaints = new(store);
    private readonly JsonRows<ComplaintAnswer> _answers = new(store, "complaintanswers");

    /// <summary>Looks on from <paramref name="lookedTo"/>. Returns how far it came and whether anything was found.</summary>
    public async ValueTask<(DateTimeOffset LookedTo, bool Changed)> LookAsync(
        CrisisState crisis, DateTimeOffset since, DateTimeOffset lookedTo, DateTimeOffset now, CancellationToken cancellation)
    {
        var from = WindowCounts.StartOf(lookedTo - Late < since ? since : lookedTo - Late);
        var looked = 0;
        var changed = false;
        var replies = new List<StoredMention>();
        var before = now + WindowCounts.Length;
        foreach (var counts in await mentions.Windows.ReadAsync(crisis.Watch, from, before, cancellation))
        {
            if (looked >= MostLookedAt && counts.Start >= lookedTo) break;
            await foreach (var mention in mentions.Mentions.OfWindowAsync(new WindowKey(crisis.Watch, counts.Start), cancellation))
            {
                looked++;
                if (mention.Deleted) continue;
                if (mention.Mention.ReplyTo is not null) replies.Add(mention);
                if (IsComplaint(mention, since)) changed |= await _complaints.AddAsync(Complaint(crisis.Id, mention), cancellation);
            }

            if (counts.Start > lookedTo) lookedTo = counts.Start;
        }

        foreach (var reply in replies.OrderBy(r => r.Mention.CreatedAt).ThenBy(r => r.Mention.Id, StringComparer.Ordinal))
            changed |= reply.Mention.Own ? await AnswerAsync(crisis.Id, reply.Mention, cancellation) : await ReactionAsync(crisis.Id, reply, cancellation);
        return (lookedTo, changed);
    }

    /// <summary>One person with one trouble: negative, about something that has a name, not a reply among others.</summary>
    private static bool IsComplaint(StoredMention mention, DateTimeOffset since) =>
        !mention.Mention.Own
        && mention.Mention.CreatedAt >= since
        && mention.Mention.Text.Length > 0
        && mention.Sentiment.Label == SentimentLabel.Negative
        && mention.Sentiment.Targets.Count > 0;

    private static Complaint Complaint(string crisis, StoredMention mention) => new()
    {
        Id = Id(mention.Mention.Source, mention.Mention.Id),
        Crisis = crisis,
        Source = mention.Mention.Source,
        Mention = mention.Mention.Id,
        At = mention.Mention.CreatedAt,
        Text = QuotedText.Cut(PersonalDataMask.Mask(mention.Mention.Text), LongestText),
        Url = mention.Mention.Url,
    };

    private async ValueTask<bool> AnswerAsync(string crisis, Mention own, CancellationToken cancellation)
    {
        var id = Id(own.Source, own.ReplyTo!);
        if (await _complaints.FindAsync(crisis, id, cancellation) is not { } known) return false;
        await _answers.InsertAsync(crisis, Id(own.Source, own.Id), new ComplaintAnswer(own.Source, own.Id, id), cancellation);
        if (known.AnsweredAt is not null) return false;
        var at = own.CreatedAt < known.At ? known.At : own.CreatedAt;
        await _complaints.ChangeAsync(crisis, id, c => c.AnsweredAt is null ? c with { AnsweredAt = at, AnsweredBy = "network" } : null, cancellation);
        return true;
    }

    private async ValueTask<bool> ReactionAsync(string crisis, StoredMention reply, CancellationToken cancellation)
    {
        bool? good = reply.Sentiment.Label switch { SentimentLabel.Positive => true, SentimentLabel.Negative => false, _ => null };
        if (good is null || await _answers.GetAsync(crisis, Id(reply.Mention.Source, reply.Mention.ReplyTo!), cancellation) is not { } answer) return false;
        var changed = false;
        await _complaints.ChangeAsync(crisis, answer.Complaint, c =>
        {
            changed = c.Reaction != good;
            return changed ? c with { Reaction = good } : null;
        }, cancellation);
        return changed;
    }

    private static string Id(string source, string native) => $"{source}|{native}";
}
