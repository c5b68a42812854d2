using System.Runtime.CompilerServices;
using Crisis.Core.Sentiment;
using Crisis.Core.Sentiment.Targets;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions;

/// <summary>Cleans batches, has their distinct texts analysed and finds facets. Stores nothing, so it may run ahead.</summary>
public sealed class MentionScorer(ISentimentAnalyser analyser, IFacetExtractor extractor, MentionStoreOptions options, TimeProvider time)
{
    private readonly MentionIntake _intake = new(options);
    private readonly ConditionalWeakTable<Watch, BrandWords> _brands = [];

    /// <summary>The batch with what was found in its mentions.</summary>
    public async ValueTask<ScoredBatch> ScoreAsync(MentionBatch batch, Watch watch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(watch);
        var received = batch.ReceivedAt == default ? time.GetUtcNow() : batch.ReceivedAt.ToUniversalTime();
        var (mentions, deleted, report) = _intake.Clean(batch, received);
        mentions = [.. mentions.Select(mention => !mention.Own && OwnAccounts.Wrote(watch, mention) ? mention with { Own = true } : mention)];
        var (texts, places) = Distinct(mentions, _brands.GetValue(watch, BrandWords.Of));
        IReadOnlyList<TextSentiment> findings = texts.Count == 0 ? [] : await analyser.AnalyseAsync(texts, cancellation);
        var scored = new List<ScoredMention>(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var finding = places[i] >= 0 ? findings[places[i]] : GivenSentiment.Of(mention.GivenSentiment ?? SentimentLabel.Unscored);
            var by = finding.Label == SentimentLabel.Unscored ? null : places[i] >= 0 ? finding.By ?? analyser.Name : GivenSentiment.Analyser;
            scored.Add(new ScoredMention(mention, finding, by) { Facets = Facets(mention, finding, watch) });
        }

        return new ScoredBatch(batch.Watch, scored) { Deleted = deleted, ReceivedAt = received, Intake = report };
    }

    /// <summary>
    /// The texts to analyse, each once, the newest first (where a budget ends, what is said now matters most), and for
    /// every mention which of them is its own; -1 when there is nothing to analyse: its sentiment is given, its text
    /// empty, or it is the brand's own.
    /// </summary>
    private static (List<TextToScore> Texts, int[] Places) Distinct(IReadOnlyList<Mention> mentions, BrandWords brand)
    {
        var texts = new List<TextToScore>(mentions.Count);
        var places = new int[mentions.Count];
        var seen = mentions.Count > 1 ? new Dictionary<TextToScore, int>(mentions.Count) : null;
        foreach (var i in NewestFirst(mentions))
        {
            var mention = mentions[i];
            places[i] = -1;
            if (mention.GivenSentiment is not null || mention.Own || string.IsNullOrWhiteSpace(mention.Text)) continue;
            var text = new TextToScore(mention.Text, mention.Language) { Brand = brand };
            if (seen is not null && seen.TryGetValue(text, out var place))
            {
                places[i] = place;
                continue;
            }

            places[i] = texts.Count;
            seen?.Add(text, texts.Count);
            texts.Add(text);
        }

        return (texts, places);
    }

    private static int[] NewestFirst(IReadOnlyList<Mention> mentions)
    {
        var order = new int[mentions.Count];
        var sorted = true;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sorted &= i == 0 || mentions[i - 1].CreatedAt >= mentions[i].CreatedAt;
        }

        if (!sorted) Array.Sort(order, (a, b) => mentions[b].CreatedAt.CompareTo(mentions[a].CreatedAt) is not 0 and var later ? later : a.CompareTo(b));
        return order;
    }

    private List<string> Facets(Mention mention, TextSentiment sentiment, Watch watch)
    {
        var facets = new List<string>(4);
        extractor.Extract(mention, sentiment, watch, facets);
        for (var i = facets.Count - 1; i >= 0; i--)
        {
            if (facets[i].Length > MentionBody.LongestFacet) facets[i] = MentionText.Clean(facets[i], MentionBody.LongestFacet);
            if (facets.IndexOf(facets[i]) < i) facets.RemoveAt(i);
        }

        if (facets.Count > MentionBody.MostFacets) facets.RemoveRange(MentionBody.MostFacets, facets.Count - MentionBody.MostFacets);
        return facets;
    }
}
