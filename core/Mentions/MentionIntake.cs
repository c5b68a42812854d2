using System.Globalization;

namespace Crisis.Core.Mentions;

/// <summary>Cleans a batch before it is scored: what can't be kept is refused with a reason, what is odd is put right and counted.</summary>
public sealed class MentionIntake(MentionStoreOptions options)
{
    private const int LongestId = 1_000, LongestHandle = 200, LongestUrl = 2_000, LongestSource = 40;

    /// <summary>No source has anything from before; such a time is a wrong unit or an unset field.</summary>
    private static readonly DateTimeOffset FirstTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The batch with clean mentions, each once (the last of repeats, it is the newest), and what was found.</summary>
    /// <param name="received">When the batch was taken in, UTC.</param>
    public (IReadOnlyList<Mention> Mentions, IReadOnlyList<string> Deleted, IntakeReport Report) Clean(MentionBatch batch, DateTimeOffset received)
    {
        ArgumentNullException.ThrowIfNull(batch);
        List<SourceFault>? faults = null;
        int repeats = 0, future = 0, cut = 0;
        var clean = new List<Mention>(batch.Mentions.Count);
        var places = batch.Mentions.Count > 1 ? new Dictionary<(string, string), int>(batch.Mentions.Count) : null;
        for (var i = 0; i < batch.Mentions.Count; i++)
        {
            var mention = batch.Mentions[i];
            if (Fault(mention, received) is { } fault)
            {
                (faults ??= []).Add(new SourceFault($"mention {(i + 1).ToString(CultureInfo.InvariantCulture)} of the batch", fault.What, fault.Remedy));
                continue;
            }

            if (mention.CreatedAt > received + options.MostAhead)
            {
                mention = mention with { CreatedAt = received };
                future++;
            }

            if (mention.Text.Length > MentionText.Longest) cut++;
            mention = Clean(mention);
            if (places is not null && !places.TryAdd((mention.Source, mention.Id), clean.Count))
            {
                clean[places[(mention.Source, mention.Id)]] = mention;
                repeats++;
                continue;
            }

            clean.Add(mention);
        }

        var deleted = batch.Deleted;
        if (deleted.Any(d => !IsNative(d)))
        {
            (faults ??= []).AddRange(deleted.Where(d => !IsNative(d)).Select(d => new SourceFault("deletions of the batch", $"'{d}' names no mention", "write source|id")));
            deleted = [.. deleted.Where(IsNative)];
        }

        var report = faults is null && repeats + future + cut == 0 ? IntakeReport.Clean : new IntakeReport(faults ?? [], repeats, future, cut);
        return (clean, deleted, report);
    }

    private (string What, string Remedy)? Fault(Mention mention, DateTimeOffset received)
    {
        if (!IsSource(mention.Source)) return ($"source '{mention.Source}' is no name", $"use 1 to {LongestSource} lower-case letters, digits and hyphens");
        if (mention.Id.Length is 0 or > LongestId) return ("id is empty or too long", $"give each mention an id of 1 to {LongestId} characters that stays the same");
        if (mention.CreatedAt < FirstTime) return ($"created_at {mention.CreatedAt:u} lies before 2000", "check the unit and format of the time");
        if (mention.CreatedAt < received - options.Oldest)
            return ($"created_at {mention.CreatedAt:u} is older than mentions are kept", $"mentions of the last {options.Oldest.TotalDays:0} days are taken");
        return null;
    }

    private static Mention Clean(Mention mention)
    {
        var text = MentionText.Clean(mention.Text);
        var author = mention.Author;
        var same = ReferenceEquals(text, mention.Text) && mention.CreatedAt.Offset == TimeSpan.Zero && mention.Url is null
            && mention.ReplyTo is null && mention.QuoteOf is null && author is { Handle: null, Followers: null or >= 0 };
        if (same) return mention;
        return mention with
        {
            Text = text,
            CreatedAt = mention.CreatedAt.ToUniversalTime(),
            Url = mention.Url is { Length: <= LongestUrl } url ? MentionText.Clean(url) : null,
            ReplyTo = mention.ReplyTo is { Length: > 0 and <= LongestId } reply ? MentionText.Clean(reply) : null,
            QuoteOf = mention.QuoteOf is { Length: > 0 and <= LongestId } quote ? MentionText.Clean(quote) : null,
            Author = author with
            {
                Handle = author.Handle is { Length: > 0 } handle ? MentionText.Clean(handle, LongestHandle) : null,
                Followers = author.Followers is < 0 ? null : author.Followers,
            },
        };
    }

    private static bool IsNative(string native) =>
        native.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar && bar < native.Length - 1 && IsSource(native[..bar]);

    private static bool IsSource(string source)
    {
        if (source.Length is 0 or > LongestSource) return false;
        foreach (var c in source)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        }

        return true;
    }
}
