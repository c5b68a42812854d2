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

    /// <summary>Looks on from where <paramref name="place"/> says.</summary>
    /// <returns>The new place, with <see cref="ComplaintPlace.Waiting"/> when complaints were found and <see cref="ComplaintPlace.Changed"/> when answers or reactions were.</returns>
    public async ValueTask<ComplaintPlace> LookAsync(CrisisState crisis, DateTimeOffset since, ComplaintPlace place, DateTimeOffset now, CancellationToken cancellation)
    {
        var lookedTo = place.LookedTo;
        var from = WindowCounts.StartOf(lookedTo - Late < since ? since : lookedTo - Late);
        var seen = place.Looked.ToDictionary(window => window.Start, window => window.Mentions);
        var looked = 0;
        var (added, changed) = (false, false);
        var replies = new List<StoredMention>();
        var before = now + WindowCounts.Length;
        var windows = new List<LookedWindow>();
        foreach (var counts in await mentions.Windows.ReadAsync(crisis.Watch, from, before, cancellation))
        {
            if (looked >= MostLookedAt && counts.Start >= lookedTo) break;
            windows.Add(new LookedWindow(counts.Start, counts.Mentions + counts.Own));
            if (counts.Start > lookedTo) lookedTo = counts.Start;
            if (seen.TryGetValue(counts.Start, out var then) && then == counts.Mentions + counts.Own) continue;
            await foreach (var mention in mentions.Mentions.OfWindowAsync(new WindowKey(crisis.Watch, counts.Start), cancellation))
            {
                looked++;
                if (mention.Deleted) continue;
                if (mention.Mention.ReplyTo is not null) replies.Add(mention);
                if (IsComplaint(mention, since)) added |= await _complaints.AddAsync(Complaint(crisis.Id, mention), cancellation);
            }
        }

        foreach (var reply in replies.OrderBy(r => r.Mention.CreatedAt).ThenBy(r => r.Mention.Id, StringComparer.Ordinal))
            changed |= reply.Mention.Own ? await AnswerAsync(crisis.Id, reply.Mention, cancellation) : await ReactionAsync(crisis.Id, reply, cancellation);
        return place with
        {
            LookedTo = lookedTo,
            Changed = place.Changed || changed,
            Waiting = place.Waiting || added,
            Looked = [.. windows.Where(window => window.Start >= WindowCounts.StartOf(lookedTo - Late))],
        };
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
