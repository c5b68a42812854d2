using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Mentions;

public sealed class MentionScorerSpecs
{
    private readonly StoreBench _bench = new();

    [Fact]
    public async Task Texts_ThatAreTheSame_AreAnalysedOnce()
    {
        var scored = await Score(Mention("1", "bad"), Mention("2", "bad"), Mention("3", "bad") with { Language = "tr" }, Mention("4", "good"));
        _bench.Analyser.Asked.Select(t => (t.Text, t.Language)).ShouldBe([("bad", null), ("bad", "tr"), ("good", null)]);
        scored.Mentions.Select(m => m.Sentiment.Label).ShouldBe([SentimentLabel.Negative, SentimentLabel.Negative, SentimentLabel.Negative, SentimentLabel.Positive]);
    }

    [Fact]
    public async Task Mention_WithGivenSentimentEmptyTextOrOwn_AsksNobody()
    {
        var scored = await Score(
            Mention("1", "bad") with { GivenSentiment = SentimentLabel.Positive }, Mention("2", "  "), Mention("3", "bad") with { Own = true }, Mention("4", "???"));
        _bench.Analyser.Asked.ShouldHaveSingleItem().Text.ShouldBe("???");
        scored.Mentions.Select(m => (m.Sentiment.Label, m.Analyser)).ShouldBe(
            [(SentimentLabel.Positive, "given"), (SentimentLabel.Unscored, null), (SentimentLabel.Unscored, null), (SentimentLabel.Unscored, null)]);
    }

    [Fact]
    public async Task Facets_OfAMention_AreSourceLanguageTagsTargetsAndPosts()
    {
        var scored = await Score(Mention("1", "bad #KIŞ #kış a#b #1 #İndirim_26!", source: "feed") with { ReplyTo = "7", QuoteOf = "8" });
        var facets = scored.Mentions[0].Facets.Where(facet => !facet.StartsWith(Facet.SameText, StringComparison.Ordinal));
        facets.ShouldBe(["src:feed", "lang:en", "target:cargo", "post:feed|7", "post:feed|8", "tag:#kiş", "tag:#indirim_26"]);
    }

    [Fact]
    public async Task Facets_OfAnOwnPost_AreNone() => (await Score(Mention("1", "#tag") with { Own = true })).Mentions[0].Facets.ShouldBeEmpty();

    [Fact]
    public async Task Facets_TooLong_AreCut() =>
        (await Score(Mention("1", "#" + new string('x', 500)))).Mentions[0].Facets.ShouldAllBe(f => f.Length <= 80);

    [Fact]
    public async Task Ahead_OfAStream_KeepsOrderAndContent()
    {
        var batches = Enumerable.Range(0, 500).Select(i => new MentionBatch("kuzey", [Mention($"{i}")]) { ReceivedAt = Nine });
        var ids = new List<string>();
        await foreach (var scored in _bench.Scorer.ScoreAheadAsync(batches, _ => _bench.Watch)) ids.Add(scored.Mentions[0].Mention.Id);
        ids.ShouldBe(Enumerable.Range(0, 500).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Ahead_WhenTheStreamBreaks_GivesWhatCameBeforeAndThenTheReason()
    {
        var seen = 0;
        await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in _bench.Scorer.ScoreAheadAsync(Broken(), _ => _bench.Watch)) seen++;
        });
        seen.ShouldBe(100);

        static IEnumerable<MentionBatch> Broken()
        {
            for (var i = 0; i < 100; i++) yield return new MentionBatch("kuzey", [Mention($"{i}")]) { ReceivedAt = Nine };
            throw new InvalidDataException("line 101");
        }
    }

    [Fact]
    public async Task Ahead_WhenTheReaderBreaksOff_StopsScoring()
    {
        var made = 0;
        await foreach (var _ in _bench.Scorer.ScoreAheadAsync(Endless(), _ => _bench.Watch)) break;
        made.ShouldBeLessThan(5_000);

        IEnumerable<MentionBatch> Endless()
        {
            while (true) yield return new MentionBatch("kuzey", [Mention($"{made++}")]) { ReceivedAt = Nine };
        }
    }

    private ValueTask<ScoredBatch> Score(params Mention[] mentions) =>
        _bench.Scorer.ScoreAsync(new MentionBatch("kuzey", mentions) { ReceivedAt = Nine }, _bench.Watch);
}
