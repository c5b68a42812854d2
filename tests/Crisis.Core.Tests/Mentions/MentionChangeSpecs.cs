using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Mentions;

public sealed class MentionChangeSpecs
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deletion_TakesTextAndAuthorAndLeavesTheNumbers(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1", "bad") with { Url = "https://a.example/u/1" }, Mention("2", "bad"));
        var before = await bench.WindowAsJson();
        (await bench.Store.DeleteAsync("kuzey", "file|1")).ShouldBeTrue();
        (await bench.Store.DeleteAsync("kuzey", "file|1")).ShouldBeFalse();
        (await bench.WindowAsJson()).ShouldBe(before);
        var gone = (await bench.Store.Mentions.FindAsync("kuzey", "file", "1"))!;
        (gone.Deleted, gone.Mention.Text, gone.Mention.Url, gone.Mention.Author.Id, gone.Mention.Author.Handle).ShouldBe((true, "", null, null, null));
    }

    [Fact]
    public async Task Deletion_ThenTheMentionAgain_LeavesItDeleted()
    {
        var bench = new StoreBench();
        await bench.Take(Mention("1", "bad"));
        (await bench.Scoring.HandleAsync(new MentionBatch("kuzey", []) { Deleted = ["file|1", "file|unknown", "nonsense"], ReceivedAt = Nine }, bench.Watch))
            .ShouldSatisfyAllConditions(b => b.Deleted.ShouldBe(1), b => b.Intake.Faults.ShouldHaveSingleItem());
        (await bench.Take(Mention("1", "good"))).Repeated.ShouldBe(1);
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "1"))!.Mention.Text.ShouldBeEmpty();
        (await bench.Window()).Negative.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Correction_MovesTheCountsAndHoldsForTheSameText(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1", "bad"), Mention("2", "bad"));
        (await bench.Store.CorrectAsync("kuzey", "file", "1", SentimentLabel.Positive)).ShouldBe(WindowKey.Of("kuzey", Nine));
        (await bench.Store.CorrectAsync("kuzey", "file", "1", SentimentLabel.Positive)).ShouldBeNull();
        (await bench.Store.CorrectAsync("kuzey", "file", "none", SentimentLabel.Positive)).ShouldBeNull();
        await bench.Take(Mention("1", "bad") with { Engagement = new(9, 0, 0) });
        var window = await bench.Window();
        (window.Mentions, window.Negative, window.Positive).ShouldBe((2, 1, 1));
        window.Facets["src:file"].ShouldSatisfyAllConditions(f => f.Mentions.ShouldBe(2), f => f.Negative.ShouldBe(1));
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "1"))!.Corrected.ShouldBeTrue();
    }

    [Theory]
    [InlineData("author 1")]
    [InlineData("@1")]
    [InlineData("1")]
    public async Task Erasure_OfAnAuthor_ErasesAllDaysAndNobodyElse(string author)
    {
        var bench = new StoreBench();
        bench.Time.SetUtcNow(Nine.AddDays(3));
        var days = Enumerable.Range(0, 3).Select(d => Mention($"x{d}", "bad", Nine.AddDays(d)) with { Author = new("author 1", "@1", 5) }).ToList();
        var renamed = Mention("x3", "bad") with { Author = new("author 1", "@formerly", 5) };
        await bench.Take([.. days, renamed, Mention("2", "bad")]);
        List<ErasureProgress> told = [];
        (await bench.Store.Erasure.EraseAsync(author, new Told(told))).ShouldBe(4);
        told.Select(p => (p.Days, p.OfDays)).ShouldBe([(1, 3), (2, 3), (3, 3)]);
        told[^1].Erased.ShouldBe(4);
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "x3"))!.ShouldSatisfyAllConditions(
            m => m.Deleted.ShouldBeTrue(), m => m.Mention.Text.ShouldBeEmpty(), m => m.Mention.Author.Id.ShouldBeNull());
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "2"))!.Mention.Text.ShouldBe("bad");
        (await bench.Window()).Mentions.ShouldBe(3);
        (await bench.Store.Erasure.EraseAsync("nobody")).ShouldBe(0);
    }

    [Fact]
    public async Task Telling_Negative_PutsTheWorstAndFarthestFirstAndEachTextOnce()
    {
        var bench = new StoreBench();
        await bench.Take(
            Mention("1", "bad small"), Mention("2", "bad big") with { Author = new("b", null, 100_000) }, Mention("3", "good") with { Author = new("c", null, 1_000_000) },
            Mention("4", "bad big"), Mention("5", "bad own") with { Own = true }, Mention("6", "bad next window", Nine.AddMinutes(6)));
        (await bench.Store.Mentions.TellingAsync("kuzey", Nine, Nine.AddHours(1), Telling.Negative, 2)).Select(m => m.Stored.Mention.Text)
            .First().ShouldBe("bad big");
        (await bench.Store.Mentions.TellingAsync("kuzey", Nine, Nine.AddHours(1), Telling.Negative, 9)).Count.ShouldBe(3);
        (await bench.Store.Mentions.TellingAsync("kuzey", Nine, Nine.AddHours(1), Telling.Reach, 1)).ShouldHaveSingleItem().Stored.Mention.Id.ShouldBe("3");
    }

    [Fact]
    public async Task Telling_OfManyThatSayTheSame_ShowsTheFarthestOnce_AndCountsThem()
    {
        const string complaint = "the parcel is bad and nobody answers";
        var bench = new StoreBench();
        await bench.Take(
            Mention("1", complaint), Mention("2", $"RT @ayse: {complaint}"), Mention("3", complaint + "!!! https://x.example/1") with { Author = new("c", null, 9_000) },
            Mention("4", $"RT @can: {complaint}", Nine.AddMinutes(6)), Mention("5", "another bad thing to be said about it"));
        var told = await bench.Store.Mentions.TellingAsync("kuzey", Nine, Nine.AddHours(1), Telling.Negative, 2);
        told.Select(one => (one.Stored.Mention.Id, one.Repeats)).ShouldBe([("3", 4), ("5", 1)]);
    }

    private sealed class Told(List<ErasureProgress> told) : IProgress<ErasureProgress>
    {
        public void Report(ErasureProgress value) => told.Add(value);
    }
}
