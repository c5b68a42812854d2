using Crisis.Core.Detection;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Tests.Mentions;

namespace Crisis.Core.Tests.Detection;

/// <summary>Whoever is called sees the posts that the finding rests on, not the loudest of the hour.</summary>
public sealed class EvidenceGatheringSpecs
{
    private readonly StoreBench bench = new();

    [Fact]
    public async Task Evidence_OfASevereWord_IsThosePosts_HoweverLoudOthersAre()
    {
        await bench.Take(Post("loud", "bad queue at the till again", 90_000), Post("ill", "bad milk, my child was poisoned by it"), Post("said", "poisoned by their milk, says my neighbour"));
        var posts = (await Gather(DetectorNames.SevereWord, new SignalNote("severe-word", "poisoning"))).Posts;
        posts.Select(p => p.Id).ShouldBe(["ill", "said"]);
    }

    [Fact]
    public async Task Evidence_OfABacklash_BeginsWithTheBrandsOwnPost()
    {
        await bench.Take(
            Post("own", "We wish you a happy holiday") with { Own = true },
            Post("loud", "bad queue at the till again", 90_000),
            Post("answer", "bad taste on a day like this") with { ReplyTo = "own" });
        var posts = (await Gather(DetectorNames.PostBacklash, new SignalNote("post", "file|own"))).Posts;
        posts.Select(p => p.Id).ShouldBe(["own", "answer"]);
    }

    [Fact]
    public async Task Evidence_OfATakenAccount_ShowsWhatItPosts()
    {
        await bench.Take(
            Post("scam", "Send 0.1 BTC to this wallet and we will send back double! Giveaway") with { Own = true },
            Post("usual", "Our depots are open until six today") with { Own = true },
            Post("warning", "careful, this account has been hacked"));
        var posts = (await Gather(DetectorNames.AccountTakeover, new SignalNote("scam-wording", "1"))).Posts;
        posts.Select(p => p.Id).ShouldBe(["scam", "warning"]);
    }

    [Fact]
    public async Task Evidence_WhosePostsAreGone_IsWhatElsePeopleComplainOf()
    {
        await bench.Take(Post("loud", "bad queue at the till again", 90_000));
        (await Gather(DetectorNames.SevereWord, new SignalNote("severe-word", "poisoning"))).Posts.ShouldHaveSingleItem().Id.ShouldBe("loud");
    }

    [Fact]
    public async Task Evidence_OfASurge_IsWhatPeopleComplainOf_EachOnce()
    {
        await bench.Take(Post("a", "bad delivery, three days late now"), Post("b", "bad delivery, three days late now!"), Post("c", "fine weather today", 90_000));
        var posts = (await Gather(DetectorNames.Surge)).Posts;
        posts.Select(p => (p.Id, p.Repeats)).ShouldBe([("a", 2), ("c", 1)]);
    }

    private static Mention Post(string id, string text, int followers = 10) =>
        StoreBench.Mention(id, text) with { Author = new MentionAuthor($"author {id}", $"@{id}", followers) };

    private async ValueTask<SignalEvidence> Gather(string detector, params SignalNote[] notes)
    {
        var signal = new Signal
        {
            Id = "s",
            Watch = "kuzey",
            Detector = detector,
            Cause = CrisisCause.Mentions,
            At = StoreBench.Nine,
            Since = StoreBench.Nine,
            Observed = 3,
            Expected = 0,
            Surprise = 9,
            Kind = CrisisKind.ComplaintWave,
            Severity = 2,
            Notes = notes,
        };
        return await new EvidenceGathering(bench.Store).GatherAsync(signal, await bench.Window(), StoreBench.Nine, StoreBench.Nine.AddHours(1));
    }
}
