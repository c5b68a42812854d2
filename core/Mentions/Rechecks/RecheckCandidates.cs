using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions.Rechecks;

/// <summary>
/// The stored mentions that matter: what crises show (posts, complaints), and in an open one what reaches farthest.
/// Reports keep what they show, so closed crises count as long as mentions are kept.
/// </summary>
internal sealed class RecheckCandidates(IRowStore rows, MentionStore mentions)
{
    private const int MostCrises = 200, MostComplaints = 200, MostLoud = 40;

    private readonly CrisisTable _crises = new(rows);
    private readonly Complaints _complaints = new(rows);

    /// <summary>The crises of a watch whose posts are still looked after, with their complaints.</summary>
    public async ValueTask<IReadOnlyList<CrisisShows>> CrisesAsync(string watch, DateTimeOffset now, CancellationToken cancellation)
    {
        var crises = new List<CrisisShows>();
        foreach (var summary in await _crises.ListAsync(MostCrises, null, cancellation))
        {
            if (summary.Watch != watch || summary.Since < now - MentionRetention.Mentions.Age) continue;
            if (await _crises.FindAsync(summary.Id, cancellation) is not { } state) continue;
            var complaints = await _complaints.NewestAsync(summary.Id, MostComplaints, cancellation);
            crises.Add(new CrisisShows(state, [.. complaints.OrderByDescending(c => c.At).Take(MostComplaints)]));
        }

        return crises;
    }

    /// <summary>The mentions themselves, each once, without those that are gone already.</summary>
    public async ValueTask<IReadOnlyList<StoredMention>> MentionsAsync(
        string watch, IReadOnlyList<CrisisShows> crises, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new Dictionary<string, StoredMention>(StringComparer.Ordinal);
        foreach (var (source, id) in crises.SelectMany(c => c.Posts))
        {
            if (found.Count >= RecheckPlan.Most) break;
            if (found.ContainsKey($"{source}|{id}")) continue;
            if (await mentions.Mentions.FindAsync(watch, source, id, cancellation) is { Deleted: false } mention) found[$"{source}|{id}"] = mention;
        }

        if (crises.Where(c => c.State.Open).Select(c => c.State.Since).DefaultIfEmpty(now).Min() is var since && since < now)
        {
            foreach (var (mention, _) in await mentions.Mentions.TellingAsync(watch, since, now + Detection.WindowCounts.Length, Telling.Reach, MostLoud, null, cancellation))
                found.TryAdd($"{mention.Mention.Source}|{mention.Mention.Id}", mention);
        }

        return [.. found.Values];
    }
}
