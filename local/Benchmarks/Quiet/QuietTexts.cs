using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;
using CsvHelper;

namespace Crisis.Local.Benchmarks.Quiet;

/// <summary>
/// Texts of one language, each scored once by the product's own scorer, facets included: as somebody says it, as
/// somebody says it whom many hear, and those that a brand could have posted itself.
/// </summary>
internal sealed class QuietTexts
{
    private const int Batch = 1000, Followers = 100, HeardByMany = 20_000;
    private static readonly (string Language, string[] Files)[] Sets =
    [
        ("en", ["semeval/semeval2017_4a_en.csv", "semeval/semeval2017_4bd_topic_en.csv"]),
        ("tr", ["turkish/offenseval2020_tr.csv", "turkish/turkish_twitter_cemrifki_tr.csv"]),
    ];

    private QuietTexts(string language, IReadOnlyList<StoredMention> said, IReadOnlyList<StoredMention> loud, IReadOnlyList<StoredMention> posted) =>
        (Language, Said, Loud, Posted) = (language, said, loud, posted);

    public string Language { get; }

    public IReadOnlyList<StoredMention> Said { get; }

    /// <summary>The same texts, in the same order, by authors whom many hear.</summary>
    public IReadOnlyList<StoredMention> Loud { get; }

    /// <summary>Texts without a complaint, as the brand's own posts.</summary>
    public IReadOnlyList<StoredMention> Posted { get; }

    /// <summary>Files that are needed, below the folder of the recorded sets.</summary>
    public static IEnumerable<string> Files => Sets.SelectMany(set => set.Files);

    /// <summary>Share of a label among the scored texts, 0 to 1.</summary>
    public double Share(SentimentLabel label) =>
        Said.Count(one => one.Sentiment.Label == label) / (double)Said.Count(one => one.Sentiment.Label != SentimentLabel.Unscored);

    public static async Task<IReadOnlyList<QuietTexts>> ReadAsync(string data, MentionScorer scorer, Watch watch, DateTimeOffset at, CancellationToken cancellation)
    {
        var all = new List<QuietTexts>();
        foreach (var (language, files) in Sets)
        {
            var texts = files.SelectMany(file => Read(Path.Combine(data, file))).Distinct(StringComparer.Ordinal).ToList();
            var said = await ScoreAsync(scorer, watch, texts, language, at, mention => mention, cancellation);
            var loud = await ScoreAsync(scorer, watch, texts, language, at, mention => mention with { Author = mention.Author with { Followers = HeardByMany } }, cancellation);
            var calm = said.Where(one => one.Sentiment.Label is SentimentLabel.Neutral or SentimentLabel.Positive).Select(one => one.Mention.Text).ToList();
            var posted = await ScoreAsync(scorer, watch, calm, language, at, mention => mention with { Own = true }, cancellation);
            all.Add(new QuietTexts(language, said, loud, posted));
        }

        return all;
    }

    private static async Task<IReadOnlyList<StoredMention>> ScoreAsync(
        MentionScorer scorer, Watch watch, List<string> texts, string language, DateTimeOffset at, Func<Mention, Mention> change, CancellationToken cancellation)
    {
        var window = new WindowKey(watch.Id, Core.Detection.WindowCounts.StartOf(at));
        var stored = new List<StoredMention>(texts.Count);
        foreach (var some in texts.Index().Chunk(Batch))
        {
            var mentions = some.Select(text => change(new Mention
            {
                Source = QuietMonth.Source,
                Id = text.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Text = text.Item,
                CreatedAt = at,
                Language = language,
                Author = new MentionAuthor("somebody", null, Followers),
            }));
            var batch = await scorer.ScoreAsync(new MentionBatch(watch.Id, [.. mentions]) { ReceivedAt = at }, watch, cancellation);
            stored.AddRange(batch.Mentions.Select(one => new StoredMention(window, one.Mention, one.Sentiment, one.Analyser) { Facets = one.Facets }));
        }

        return stored;
    }

    private static IEnumerable<string> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        while (csv.Read())
        {
            if (csv.GetString("text") is { } text && !string.IsNullOrWhiteSpace(text)) yield return text;
        }
    }
}
