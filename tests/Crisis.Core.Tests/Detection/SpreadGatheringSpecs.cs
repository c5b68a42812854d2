using Crisis.Core.Detection;
using Crisis.Core.Mentions;
using Crisis.Core.Tests.Mentions;

namespace Crisis.Core.Tests.Detection;

public sealed class SpreadGatheringSpecs
{
    private readonly StoreBench bench = new();

    [Fact]
    public async Task Beginning_IsTheFirstComplaints_WhateverCameBefore()
    {
        await bench.Take(Post("joke", "fine", 0), Post("first", "bad delivery", 1), Post("second", "bad phone", 2), Post("third", "bad app", 3), Post("fourth", "bad refund", 4), Post("fifth", "bad box", 4.5));
        var spread = await Gather();
        spread.FirstPosts.Select(p => p.Id).ShouldBe(["first", "second", "third", "fourth"]);
        spread.BeganIn.ShouldBe("file");
        spread.From.ShouldBe(StoreBench.Nine);
    }

    [Fact]
    public async Task GatheredAgain_KeepsTheBeginning_AndFindsWhoIsLouderNow()
    {
        await bench.Take(Post("first", "bad delivery", 1));
        bench.Pass(6);
        var begun = await Gather();
        bench.Pass(6);
        await bench.Take(Post("loud", "bad refund", 10, followers: 90_000, source: "mastodon"), Post("late", "bad app", 11));
        var now = await Gather(begun);
        now.FirstPosts.ShouldBe(begun.FirstPosts);
        now.BeganIn.ShouldBe("file");
        now.LoudestPosts.Select(p => p.Id).ShouldBe(["loud", "first", "late"], ignoreOrder: true);
        now.LoudestPosts[0].Id.ShouldBe("loud");
        now.Sources.Sum(s => s.Mentions).ShouldBe(3);
        now.Authors.ShouldBe(3);
    }

    [Fact]
    public async Task GatheredAgain_AfterItsFirstPostsWereLetGo_StillKnowsWhereItBegan()
    {
        bench.Pass(12);
        await bench.Take(Post("late", "bad app", 11, source: "mastodon"));
        var now = await Gather(new Core.Escalation.SpreadReport { At = StoreBench.Nine.AddMinutes(5), BeganIn = "file" });
        now.BeganIn.ShouldBe("file");
        now.FirstPosts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Doubling_WhenTheLastQuarterHadTwiceTheOneBefore_IsAQuarterOfAnHour()
    {
        bench.Pass(30);
        await bench.Take([.. Enumerable.Range(0, 10).Select(n => Post($"a{n}", "bad", 1)), .. Enumerable.Range(0, 20).Select(n => Post($"b{n}", "bad", 16))]);
        (await Gather()).DoublingMinutes.ShouldBe(15);
    }

    private static Mention Post(string id, string text, double minute, int followers = 10, string source = "file") =>
        StoreBench.Mention(id, text, StoreBench.Nine.AddMinutes(minute), source) with { Author = new MentionAuthor($"author {id}", $"@{id}", followers) };

    private ValueTask<Core.Escalation.SpreadReport> Gather(Core.Escalation.SpreadReport? known = null) =>
        new SpreadGathering(bench.Store).GatherAsync("kuzey", StoreBench.Nine, bench.Time.GetUtcNow(), known);
}
