using Crisis.Core.Detection;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Mentions;
using Crisis.Core.Watching;
using Shouldly;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection.Signals;

public sealed class OwnPostSpecs
{
    private const string Post = "post:mastodon|1";

    private static readonly Watch Spring = Kuzey with { PlannedEvents = [new PlannedEvent("Bahar", Noon.AddHours(-4), Noon.AddHours(4), ["#KuzeyİleBahar"], 8)] };

    [Fact]
    public void PostBacklash_AnswersTurnNegative_IsAMistakenPost()
    {
        var signal = new PostBacklash().Find(Answered(Count(24, 20, 22))).ShouldHaveSingleItem();
        signal.Kind.ShouldBe(CrisisKind.MistakenPost);
        signal.Notes[0].Value.ShouldBe("mastodon|1");
    }

    [Theory]
    [InlineData(24, 7)] // the usual mix
    [InlineData(6, 6)] // no crowd
    public void PostBacklash_NoCrowdOrNotAngry_IsNone(int answers, int negative) => new PostBacklash().Find(Answered(Count(answers, negative, answers))).ShouldBeEmpty();

    [Fact]
    public void PostBacklash_SomebodyElsesPost_IsNone() =>
        new PostBacklash().Find(Answered(Count(24, 20, 22)) with { OwnPosts = new HashSet<string>() }).ShouldBeEmpty();

    [Fact]
    public void PostBacklash_FriendlyAtFirst_IsSeenInTheLastMinutes()
    {
        var context = Hour(Kuzey, Known, Window(50, 60, 6, 40, facets: (Post, Count(50, 4, 50))), Window(10, 24, 20, 1, facets: (Post, new FacetCount(20, 18, People(20, 100)))));
        new PostBacklash().Find(context with { OwnPosts = new HashSet<string> { "mastodon|1" } }).ShouldHaveSingleItem();
    }

    [Fact]
    public void PostBacklash_ThePostOfACampaign_IsAFailedCampaign()
    {
        var context = Answered(Count(24, 20, 22)) with { CampaignPosts = new Dictionary<string, string> { ["mastodon|1"] = "Bahar" } };
        new PostBacklash().Find(context).ShouldHaveSingleItem().Kind.ShouldBe(CrisisKind.CampaignFailure);
    }

    [Fact]
    public void CampaignBackfire_TheHashtagTurns_IsAFailedCampaignWhateverLettersItIsWrittenIn()
    {
        var signal = new CampaignBackfire().Find(Hour(Spring, Known, Window(10, 60, 24, 10, facets: ("tag:#kuzeyilebahar", Count(40, 22, 38))))).ShouldHaveSingleItem();
        signal.Kind.ShouldBe(CrisisKind.CampaignFailure);
        signal.Notes[0].ShouldBe(new SignalNote("planned-event", "Bahar"));
    }

    [Fact]
    public void CampaignBackfire_MuchTalkAndFewComplaints_IsWhatWasPlanned() =>
        new CampaignBackfire().Find(Hour(Spring, Known, Window(10, 200, 30, 90, facets: ("tag:#kuzeyilebahar", Count(180, 28, 170))))).ShouldBeEmpty();

    [Fact]
    public void CampaignBackfire_NoSuchEvent_IsNone() =>
        new CampaignBackfire().Find(Hour(Kuzey, Known, Window(10, 60, 24, 10, facets: ("tag:#kuzeyilebahar", Count(40, 22, 38))))).ShouldBeEmpty();

    [Fact]
    public void AccountTakeover_ScamInThreePostsToANewDomain_IsCritical()
    {
        var signal = new AccountTakeover().Find(Posted(Noon, ("own:scam", 3), ("own:link|claim.test", 3), ("own:giveaway", 1))).ShouldHaveSingleItem();
        signal.Cause.ShouldBe(CrisisCause.OwnAccount);
        signal.Severity.ShouldBe(1);
        signal.Notes.Select(note => note.Key).ShouldBe(["scam-wording", "giveaway-wording", "new-domain"]);
    }

    [Theory]
    [InlineData("own:giveaway")] // marketing gives things away
    [InlineData("own:link|partner.test")] // and has new partners
    [InlineData("own:lang|en")] // and writes to others
    public void AccountTakeover_OneBrokenHabitAlone_IsMarketing(string facet) => new AccountTakeover().Find(Posted(Noon, (facet, 1))).ShouldBeEmpty();

    [Fact]
    public void AccountTakeover_HourLanguageAndSpeedAtOnce_IsFound()
    {
        var night = Noon.AddHours(-12.5);
        var window = new WindowCounts { Start = night, Own = 5, Facets = new Dictionary<string, FacetCount> { ["own:lang|en"] = Count(5, 0, 1) } };
        var signal = new AccountTakeover().Find(Hour(Kuzey, Known, window) with { Now = night.AddMinutes(5) }).ShouldHaveSingleItem();
        signal.Notes.Select(note => note.Key).ShouldBe(["new-language", "strange-hour", "fast-posts"]);
    }

    [Fact]
    public void AccountTakeover_ATraderInCoinsSpeaksOfCoins_IsItsHabit()
    {
        var coins = Known with { Own = Known.Own with { Known = new Dictionary<string, double>(Known.Own.Known) { ["own:scam"] = 60 } } };
        new AccountTakeover().Find(Posted(Noon, coins, ("own:scam", 3))).ShouldBeEmpty();
        new AccountTakeover().Find(Posted(Noon, Known, ("own:scam", 3))).ShouldHaveSingleItem();
    }

    [Fact]
    public void AccountTakeover_FivePeopleSayItWasHacked_IsFoundAndTwoAreNot()
    {
        new AccountTakeover().Find(Hour(Kuzey, Known, Window(10, 20, 3, 3, facets: ("takeover:said", Count(5, 1, 5))))).ShouldHaveSingleItem();
        new AccountTakeover().Find(Hour(Kuzey, Known, Window(10, 20, 3, 3, facets: ("takeover:said", Count(2, 1, 2))))).ShouldBeEmpty();
    }

    private static DetectionContext Answered(FacetCount count) =>
        Hour(Kuzey, Known, Window(10, count.Mentions + 10, count.Negative + 2, 3, facets: (Post, count))) with { OwnPosts = new HashSet<string> { "mastodon|1" } };

    private static DetectionContext Posted(DateTimeOffset at, params (string Facet, int Posts)[] facets) => Posted(at, Known, facets);

    private static DetectionContext Posted(DateTimeOffset at, WatchHabits habits, params (string Facet, int Posts)[] facets) =>
        Hour(Kuzey, habits, new WindowCounts { Start = at.AddMinutes(-5), Own = facets.Max(facet => facet.Posts), Facets = facets.ToDictionary(facet => facet.Facet, facet => Count(facet.Posts, 0, 1)) });
}
