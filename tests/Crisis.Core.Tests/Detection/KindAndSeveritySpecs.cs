using Crisis.Core.Detection;
using Crisis.Core.Detection.Signals;
using Crisis.Core.Escalation;
using Crisis.Core.Watching;
using Shouldly;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection;

public sealed class KindAndSeveritySpecs
{
    [Fact]
    public void Kind_AnOwnPostCarriesHalfOfTheComplaints_IsAMistakenPost()
    {
        var context = Hour(Kuzey, Known, Window(10, 60, 40, 3, facets: ("post:mastodon|1", Count(30, 22, 30))));
        KindRule.Of(CrisisKind.ComplaintWave, context with { OwnPosts = new HashSet<string> { "mastodon|1" } }).ShouldBe(CrisisKind.MistakenPost);
        KindRule.Of(CrisisKind.ComplaintWave, context).ShouldBe(CrisisKind.ComplaintWave);
    }

    [Theory]
    [InlineData(22, CrisisKind.CampaignFailure)]
    [InlineData(12, CrisisKind.ComplaintWave)]
    public void Kind_APlannedHashtagCarriesHalfOfTheComplaints_IsAFailedCampaign(int negative, CrisisKind kind)
    {
        var watch = Kuzey with { PlannedEvents = [new PlannedEvent("Bahar", Noon.AddHours(-4), Noon.AddHours(4), ["bahar"], 8)] };
        KindRule.Of(CrisisKind.ComplaintWave, Hour(watch, Known, Window(10, 60, 40, 3, facets: ("tag:#bahar", Count(30, negative, 30))))).ShouldBe(kind);
    }

    [Fact]
    public void Kind_OfSeveral_IsTheMostTelling()
    {
        KindRule.Of([CrisisKind.ComplaintWave, CrisisKind.MistakenPost, CrisisKind.Unclassified]).ShouldBe(CrisisKind.MistakenPost);
        KindRule.Of([CrisisKind.PersonalDataAbuse, CrisisKind.AccountTakeover]).ShouldBe(CrisisKind.AccountTakeover);
    }

    [Theory]
    [InlineData(200, 10, 0, 1)] // twenty times, 190 more
    [InlineData(60, 10, 0, 2)] // six times, 50 more
    [InlineData(30, 10, 0, 3)] // three times, 20 more
    [InlineData(12, 10, 0, 4)]
    [InlineData(12, 10, 1_500_000, 2)] // few voices that many hear
    public void Severity_OfANumber_IsHowManyTimesAndHowManyMore(double observed, double expected, long reach, int severity) =>
        FirstSeverity.Of(observed, expected, new WindowCounts { Start = Noon, Reach = reach }).ShouldBe(severity);

    [Fact]
    public void Told_OneStretchOfSilence_IsToldOnce()
    {
        var memory = new WatchMemory { Watch = "kuzey" };
        var first = Silence(60);
        ToldRules.News(memory, first, byEvent: false).ShouldNotBeNull();
        memory = ToldRules.Remember(memory, first, new SignalRecord(first.Signal, SuppressionReason.WatchdogOnly, null));
        ToldRules.News(memory, Silence(30), byEvent: false).ShouldBeNull();
        ToldRules.News(memory, Silence(-600), byEvent: false).ShouldNotBeNull();
    }

    [Fact]
    public void Told_AnEventThatOutgrewItself_IsToldAgainAndAnEchoIsNot()
    {
        var wave = Found(13);
        var memory = ToldRules.Remember(new WatchMemory { Watch = "kuzey" }, wave, new SignalRecord(wave.Signal, null, null));
        ToldRules.News(memory, Found(16), byEvent: false).ShouldBeNull();
        ToldRules.News(memory, Found(26), byEvent: false).ShouldNotBeNull();
    }

    private static Finding Found(double observed)
    {
        var signal = Signal(DetectorNames.ComplaintWave, observed: observed);
        return new Finding("complaint-wave|refund", signal, Judged(Window(5, 30)), []);
    }

    private static Finding Silence(int minutesBefore)
    {
        var window = Window(minutesBefore, 0);
        var signal = Signal(DetectorNames.Silence, observed: 0, expected: 3) with { At = window.Start.AddMinutes(5), Since = window.Start };
        return new Finding(DetectorNames.Silence, signal, Judged(window), []);
    }
}
