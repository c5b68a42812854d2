using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Mentions;

public sealed class MentionStoreSpecs
{
    public static TheoryData<bool> Writers => new(false, true);

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Batch_Stored_IsCountedInItsWindows(bool sole)
    {
        var bench = new StoreBench(sole);
        var stored = await bench.Take(
            Mention("1", "bad #Kötü"), Mention("2", "good"), Mention("3", "???"), Mention("4", "fine"), Mention("5", "next", Nine.AddMinutes(5)),
            Mention("6", "bad") with { Own = true });
        (stored.Stored, stored.Edited, stored.Repeated, stored.Late).ShouldBe((6, 0, 0, 0));
        stored.Touched.Select(w => w.Start).ShouldBe([Nine, Nine.AddMinutes(5)]);
        var window = await bench.Window();
        (window.Mentions, window.Negative, window.Positive, window.Neutral, window.Unscored, window.Own).ShouldBe((4, 1, 1, 1, 1, 1));
        (window.Reach, window.Authors.Count, window.Late).ShouldBe((40, 4, 0));
        window.Analysers["keyword"].ShouldSatisfyAllConditions(a => a.Mentions.ShouldBe(3), a => a.Negative.ShouldBe(1));
        window.Facets["src:file"].Mentions.ShouldBe(4);
        window.Facets["tag:#kötü"].ShouldSatisfyAllConditions(f => f.Mentions.ShouldBe(1), f => f.Negative.ShouldBe(1), f => f.Authors.Count.ShouldBe(1));
        window.Facets["target:cargo"].Mentions.ShouldBe(1);
        (await bench.Window(Nine.AddMinutes(5))).Mentions.ShouldBe(1);
        (await bench.Window(Nine.AddMinutes(10))).Mentions.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Batch_DeliveredAgain_ChangesNothing(bool sole)
    {
        var bench = new StoreBench(sole);
        var batch = Many(250);
        await bench.Take(batch);
        var before = await bench.WindowAsJson();
        var again = await bench.Take(batch);
        (again.Stored, again.Edited, again.Repeated).ShouldBe((0, 0, 250));
        again.Touched.ShouldHaveSingleItem();
        (await bench.WindowAsJson()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Batch_ThatOverlapsAnEarlierOne_AddsOnlyWhatIsNew(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Many(150));
        var second = await bench.Take(Many(300));
        (second.Stored, second.Repeated).ShouldBe((150, 150));
        (await bench.Window()).ShouldSatisfyAllConditions(w => w.Mentions.ShouldBe(300), w => w.Negative.ShouldBe(100));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Id_WithAnotherDate_StaysInTheWindowItFirstWentTo(bool sole)
    {
        var endOfMonth = new DateTimeOffset(2026, 2, 28, 23, 58, 0, TimeSpan.Zero);
        var bench = new StoreBench(sole);
        bench.Time.SetUtcNow(Nine.AddDays(1));
        await bench.Take(Mention("1", "bad", endOfMonth));
        var moved = await bench.Take(Mention("1", "bad", Nine), Mention("2", "bad", Nine));
        (moved.Stored, moved.Repeated).ShouldBe((1, 1));
        (await bench.Window(endOfMonth)).Mentions.ShouldBe(1);
        (await bench.Window()).Mentions.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Edit_WithAnotherText_MovesTheCountsAndNothingElse(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1", "bad #a"), Mention("2", "bad"));
        var edit = await bench.Take(Mention("1", "good #b") with { Author = new("author 1", "@1", 999) });
        (edit.Stored, edit.Edited).ShouldBe((0, 1));
        var window = await bench.Window();
        (window.Mentions, window.Negative, window.Positive, window.Reach, window.Authors.Count).ShouldBe((2, 1, 1, 20, 2));
        window.Analysers["keyword"].Negative.ShouldBe(1);
        window.Facets.Keys.ShouldContain("tag:#b");
        window.Facets.Keys.ShouldNotContain("tag:#a");
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "1")).ShouldNotBeNull().Mention.Text.ShouldBe("good #b");
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Edit_ThereAndBack_EndsWhereItBegan(bool sole)
    {
        var bench = new StoreBench(sole);
        await bench.Take(Mention("1", "bad"));
        var before = await bench.WindowAsJson();
        for (var i = 0; i < 3; i++)
        {
            await bench.Take(Mention("1", "good"));
            await bench.Take(Mention("1", "bad"));
        }

        (await bench.WindowAsJson()).ShouldBe(before);
    }

    [Fact]
    public async Task Repeat_OfTheSameTextByAnotherAnalyser_KeepsTheFirstFinding()
    {
        var bench = new StoreBench();
        await bench.Take(Mention("1", "bad"));
        await bench.Store.StoreAsync(Rescored(false));
        (await bench.Window()).Negative.ShouldBe(1);
        await bench.Store.StoreAsync(Rescored(true));
        var window = await bench.Window();
        (window.Negative, window.Positive).ShouldBe((0, 1));
        window.Analysers.Keys.ShouldBe(["other"]);

        static ScoredBatch Rescored(bool rescore) => new("kuzey", [new ScoredMention(Mention("1", "bad"), GivenSentiment.Of(SentimentLabel.Positive), "other")])
        {
            ReceivedAt = Nine,
            Rescore = rescore,
        };
    }

    [Fact]
    public async Task Engagement_Grown_IsKeptWithoutTouchingTheCounts()
    {
        var bench = new StoreBench();
        await bench.Take(Mention("1", "bad"));
        (await bench.Take(Mention("1", "bad") with { Engagement = new(5, 3, 1) })).Edited.ShouldBe(1);
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "1"))!.Mention.Engagement.ShouldBe(new Engagement(5, 3, 1));
        (await bench.Window()).ShouldSatisfyAllConditions(w => w.Mentions.ShouldBe(1), w => w.Negative.ShouldBe(1));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Process_ThatDiesAtAnyWrite_CountsEachMentionOnceAfterRedelivery(bool sole)
    {
        var batch = Many(250, i => Mention($"{i:000}", i % 2 == 0 ? "bad" : "fine", Nine.AddSeconds(i * 3)));
        for (var writes = 0; writes < 12; writes++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var bench = new StoreBench(sole);
                bench.Rows.DieAfterWrites(writes, after);
                try
                {
                    await bench.Take(batch);
                }
                catch (IOException)
                {
                    // It died; the queue delivers the batch again to the next process.
                }

                bench.Rows.DieAfterWrites(int.MaxValue);
                var next = bench.Restarted();
                await next.Take(batch);
                var windows = await next.Store.Windows.ReadAsync("kuzey", Nine, Nine.AddMinutes(15));
                windows.Sum(w => w.Mentions).ShouldBe(250, $"died {(after ? "after" : "before")} write {writes}");
                windows.Sum(w => w.Negative).ShouldBe(125);
                windows.Sum(w => w.Reach).ShouldBe(2500);
            }
        }
    }

    [Fact]
    public async Task Batches_ThatOverlapAtTheSameTime_CountEachMentionOnce()
    {
        var bench = new StoreBench();
        var all = Many(300);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () => await bench.Take(all.Skip(i * 30).Take(150).ToList()))));
        results.Sum(r => r.Stored).ShouldBe(300);
        (await bench.Window()).ShouldSatisfyAllConditions(w => w.Mentions.ShouldBe(300), w => w.Negative.ShouldBe(100), w => w.Reach.ShouldBe(3000));
    }

    [Fact]
    public async Task Batch_Of1000_NeedsFewRequests()
    {
        var bench = new StoreBench();
        await bench.Take(Mention("first"));
        var before = bench.Rows.Requests;
        await bench.Take(Many(1000));
        (bench.Rows.Requests - before).ShouldBeLessThanOrEqualTo(21);
        bench.Rows.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task Batch_Of1000DeliveredAgain_NeedsFewRequestsToo()
    {
        var bench = new StoreBench();
        var batch = Many(1000);
        await bench.Take(batch);
        var before = bench.Rows.Requests;
        await bench.Take(batch);
        (bench.Rows.Requests - before).ShouldBeLessThanOrEqualTo(45);
    }

    [Fact]
    public async Task Batch_OfLongTexts_IsPartedSoThatItFitsTheStore()
    {
        var bench = new StoreBench(soleWriter: true);
        var worst = string.Concat(Enumerable.Repeat("\"\n", 3_999)) + "😀";
        (await bench.Take(Many(150, i => Mention($"{i:000}", worst)))).Stored.ShouldBe(150);
        (await bench.Restarted().Window()).Mentions.ShouldBe(150);
        (await bench.Store.Mentions.FindAsync("kuzey", "file", "149"))!.Mention.Text.ShouldBe(worst);
    }

    [Fact]
    public async Task Mention_Stored_ComesBackAsItWasButForItsAuthor()
    {
        var bench = new StoreBench();
        var mention = Mention("https://a.example/1?x#y", "bad \"quoted\" \\ \n😡 şğİı") with
        {
            Url = "https://a.example/1",
            ReplyTo = "parent/1",
            QuoteOf = "q",
            Language = "tr",
            Engagement = new(1, 2, 3),
            Author = new("author", "@ayşe", 1234, true),
            CreatedAt = Nine.AddMilliseconds(123),
        };
        await bench.Take(mention);
        var stored = (await bench.Store.Mentions.FindAsync("kuzey", "file", mention.Id)).ShouldNotBeNull();
        var hash = stored.Mention.Author.Id.ShouldNotBeNull();
        hash.ShouldMatch("^[0-9a-f]{24}$");
        stored.Mention.ShouldBe(mention with { Author = mention.Author with { Id = hash } });
        stored.Sentiment.Label.ShouldBe(SentimentLabel.Negative);
        stored.Sentiment.Negative.ShouldBe(0.8f);
        stored.Sentiment.Targets.ShouldBe([new OpinionTarget("cargo", SentimentLabel.Negative)]);
        (stored.Analyser, stored.Deleted, stored.Late, stored.Corrected).ShouldBe(("keyword", false, false, false));
    }

    [Fact]
    public async Task Batch_WithoutMentions_TouchesNothing()
    {
        var bench = new StoreBench();
        (await bench.Take()).Touched.ShouldBeEmpty();
        bench.Rows.Requests.ShouldBe(0);
    }
}
