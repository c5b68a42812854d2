using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Storage;

namespace Crisis.Core.Mentions.Withdrawals;

/// <summary>
/// Takes mentions that are gone (deleted on the network, or their author erased) out of what was made of them: the
/// evidence of crises, their complaints, their reports. A crisis takes it in through its inbox; its loop drains that
/// within minutes, and the auditor rings for one whose life is over. Safe to repeat.
/// </summary>
internal sealed class PostWithdrawal(IRowStore rows, MentionPlaces places, TimeProvider time)
{
    private const int MostCrises = 1_000;

    /// <summary>Posts in one entry: it must fit a row.</summary>
    private const int MostAtOnce = 100;

    /// <summary>A crisis shows posts from a little before its first unusual window, too.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromDays(2);

    private readonly CrisisTable _crises = new(rows);
    private readonly Complaints _complaints = new(rows);
    private readonly Inbox _inbox = new(rows);

    /// <param name="natives">As <c>source|id</c>.</param>
    public async ValueTask WithdrawAsync(string watch, IReadOnlyCollection<string> natives, CancellationToken cancellation)
    {
        if (natives.Count == 0) return;
        var crises = (await _crises.ListAsync(MostCrises, null, cancellation)).Where(c => c.Watch == watch).ToList();
        if (crises.Count == 0) return;
        var placed = new List<(string Native, DateTimeOffset At)>();
        foreach (var native in natives)
        {
            var bar = native.IndexOf('|', StringComparison.Ordinal);
            if (await places.FindAsync(watch, native[..bar], native[(bar + 1)..], cancellation) is { } at) placed.Add((native, at));
        }

        foreach (var crisis in crises)
        {
            var near = placed.Where(p => p.At >= crisis.Since - Before && !(p.At > crisis.ClosedAt)).Select(p => p.Native).ToList();
            if (near.Count > 0) await FromCrisisAsync(crisis.Id, near, cancellation);
        }
    }

    /// <summary>Tells a crisis which of its posts are gone, and which have another text.</summary>
    public async ValueTask TellAsync(
        CrisisState crisis, IReadOnlyList<string> gone, IReadOnlyDictionary<string, string> edited, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = $"posts-revised|{now.UtcTicks}|{TakenId.Hex(string.Join('\n', gone.Concat(edited.Keys)))}";

        // A crisis whose life is over has no loop that would look: it is put back among the live ones first.
        if (crisis.WakeAt is null) await _crises.ReviveAsync(crisis.Id, cancellation);
        await _inbox.PutAsync(new InboxEntry { Id = id, Crisis = crisis.Id, WrittenAt = now, Input = new PostsRevised(id, now, gone, edited) }, cancellation);
    }

    /// <summary>Takes a complaint's text away; false when there is no such complaint.</summary>
    public async ValueTask<bool> EmptyAsync(string crisis, string native, CancellationToken cancellation) =>
        await _complaints.ChangeAsync(crisis, native, c => c.Text.Length == 0 ? null : c with { Text = "", Url = null }, cancellation) is not null;

    private async ValueTask FromCrisisAsync(string id, List<string> natives, CancellationToken cancellation)
    {
        if (await _crises.FindAsync(id, cancellation) is not { } crisis) return;
        var shown = ShownPosts.Of(crisis).Select(ShownPosts.KeyOf).ToHashSet(StringComparer.Ordinal);
        var gone = new List<string>();
        foreach (var native in natives)
        {
            if (await EmptyAsync(id, native, cancellation) || shown.Contains(native)) gone.Add(native);
        }

        foreach (var some in gone.Chunk(MostAtOnce))
            await TellAsync(crisis, some, new Dictionary<string, string>(), cancellation);
    }
}
