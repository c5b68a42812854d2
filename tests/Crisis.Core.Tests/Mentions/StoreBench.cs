using System.Text.Json;
using Crisis.Core.Detection;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions;

/// <summary>A mention store at nine in the morning, with its scoring, and short words for what tests do with it.</summary>
public sealed class StoreBench
{
    public static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public StoreBench(bool soleWriter = false, IRowStore? rows = null, FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider(Nine);
        Rows = new WatchedRowStore(rows ?? new MemoryRowStore());
        Options = new MentionStoreOptions { AuthorKey = new byte[32], SoleWriter = soleWriter };
        Store = new MentionStore(Rows, Options, Time);
        Scorer = new MentionScorer(Analyser, new StandardFacets(), Options, Time);
        Scoring = new MentionScoring(Scorer, Store);
    }

    public FakeTimeProvider Time { get; }
    public WatchedRowStore Rows { get; }
    public MentionStoreOptions Options { get; }
    public KeywordAnalyser Analyser { get; } = new();
    public MentionStore Store { get; }
    public MentionScorer Scorer { get; }
    public MentionScoring Scoring { get; }
    public Watch Watch { get; } = new() { Id = "kuzey", Name = "Kuzey Kargo" };

    public static Mention Mention(string id, string text = "bad", DateTimeOffset? at = null, string source = "file") => new()
    {
        Source = source,
        Id = id,
        Text = text,
        CreatedAt = at ?? Nine,
        Author = new MentionAuthor($"author {id}", $"@{id}", 10),
    };

    public static List<Mention> Many(int count, Func<int, Mention>? mention = null) =>
        [.. Enumerable.Range(0, count).Select(mention ?? (i => Mention($"{i:0000}", i % 3 == 0 ? "bad" : "fine", Nine.AddSeconds(i % 300))))];

    public ValueTask<StoredBatch> Take(params IReadOnlyList<Mention> mentions) =>
        Scoring.HandleAsync(new MentionBatch("kuzey", mentions) { ReceivedAt = Time.GetUtcNow() }, Watch);

    public ValueTask<WindowCounts> Window(DateTimeOffset? at = null) => Store.Windows.GetAsync(WindowKey.Of("kuzey", at ?? Nine));

    /// <summary>All that a window says, to be compared.</summary>
    public async Task<string> WindowAsJson() => JsonSerializer.Serialize(await Window(), CrisisJson.Options);

    public ValueTask<IReadOnlyList<WindowKey>> Seal() => Store.Sealing.SealAsync("kuzey", Time.GetUtcNow());

    public void Pass(double minutes) => Time.Advance(TimeSpan.FromMinutes(minutes));

    /// <summary>The same store after the process has died and started again.</summary>
    public StoreBench Restarted() => new(Options.SoleWriter, Rows, Time);
}
