using Crisis.Core.Mentions;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources;

/// <summary>
/// Pulls as the pull handler does: a new source each time, the cursor stored after the mentions, waits honoured, rounds
/// until nothing more is asked for.
/// </summary>
public sealed class Pulls(Func<IMentionSource> source, FakeTimeProvider clock, DateTimeOffset since)
{
    private string? cursor;

    public List<SourcePage> Pages { get; } = [];

    public List<SourceException> Failures { get; } = [];

    public IReadOnlyList<string> Ids => [.. Pages.SelectMany(p => p.Mentions).Select(m => m.Id)];

    public IReadOnlyList<Mention> Mentions => [.. Pages.SelectMany(p => p.Mentions)];

    public IReadOnlyList<Mention> Updated => [.. Pages.SelectMany(p => p.Updated)];

    public IReadOnlyList<string> Deleted => [.. Pages.SelectMany(p => p.Deleted)];

    public int LongestCursor { get; private set; }

    public Action<int>? AfterPage { get; set; }

    /// <summary>The process dies after this call, before its page and cursor are stored.</summary>
    public int? LoseCursorOf { get; set; }

    public void Forget() => Pages.Clear();

    /// <summary>Exactly these ids, each once, in any order.</summary>
    public void ShouldGive(IEnumerable<string> expected, string? when = null)
    {
        var given = Ids;
        var wanted = expected.ToHashSet();
        given.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key).Take(5).ShouldBeEmpty($"given twice {when}");
        wanted.Except(given).Take(5).ShouldBeEmpty($"lost {when}");
        given.Except(wanted).Take(5).ShouldBeEmpty($"not asked for {when}");
    }

    /// <summary>One round. A failure is waited out; one that a person must mend ends it, when it was expected.</summary>
    public async Task RoundAsync(int mostCalls = 20_000, bool refusals = false)
    {
        for (var call = 0; call < mostCalls; call++)
        {
            SourcePage page;
            try
            {
                page = await source().PullAsync(cursor, since);
            }
            catch (SourceException e) when (e.Failure is SourceFailure.Throttled or SourceFailure.Unavailable)
            {
                Failures.Add(e);
                clock.Advance((e.RetryAfter ?? TimeSpan.FromSeconds(10)) + TimeSpan.FromMilliseconds(1));
                continue;
            }

            catch (SourceException e) when (refusals)
            {
                Failures.Add(e);
                return;
            }

            if (call == LoseCursorOf) continue;
            Pages.Add(page);
            cursor = page.Cursor;
            LongestCursor = Math.Max(LongestCursor, cursor?.Length ?? 0);
            AfterPage?.Invoke(Pages.Count);
            if (page.NotBefore > clock.GetUtcNow()) clock.Advance(page.NotBefore.Value - clock.GetUtcNow() + TimeSpan.FromMilliseconds(1));
            else if (!page.More) return;
        }

        throw new InvalidOperationException("The round does not end.");
    }
}
