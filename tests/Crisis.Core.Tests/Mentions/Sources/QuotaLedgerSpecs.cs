using Crisis.Core.Mentions.Sources;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Core.Tests.Mentions.Sources;

public sealed class QuotaLedgerSpecs
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider clock = new(Start);
    private readonly RowsInMemory rows = new();

    private StoredQuotaLedger Ledger => new(rows, clock);

    [Fact]
    public async Task Take_LimitReached_RefusesUntilTheWindowEnds()
    {
        var charge = new QuotaCharge("p", QuotaLimit.Every(TimeSpan.FromMinutes(5), 3), 1);
        for (var i = 0; i < 3; i++) (await Ledger.TakeAsync([charge])).ShouldBeNull();
        (await Ledger.TakeAsync([charge])).ShouldBe(Start.AddMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(5));
        (await Ledger.TakeAsync([charge])).ShouldBeNull();
    }

    [Fact]
    public async Task Take_SecondPoolRefuses_GivesTheFirstBack()
    {
        var first = new QuotaCharge("a", QuotaLimit.Every(TimeSpan.FromMinutes(5), 1), 1);
        var second = new QuotaCharge("b", QuotaLimit.Every(TimeSpan.FromMinutes(5), 1), 2);
        (await Ledger.TakeAsync([first, second])).ShouldNotBeNull();
        (await Ledger.TakeAsync([first])).ShouldBeNull();
    }

    [Fact]
    public async Task Take_ManyAtOnce_NeverGrantsMoreThanTheLimit()
    {
        var charge = new QuotaCharge("p", QuotaLimit.Every(TimeSpan.FromMinutes(5), 20), 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(async () => await Ledger.TakeAsync([charge]))));
        answers.Count(a => a is null).ShouldBeInRange(1, 20);
    }

    [Fact]
    public async Task Take_PacedDay_IsSpreadAndBeginsAnewAtPacificMidnight()
    {
        var charge = new QuotaCharge("p", new QuotaLimit(2_400, QuotaPeriod.PacificDay) { Paced = true }, 1);
        var granted = 0;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            while (await Ledger.TakeAsync([charge]) is null) granted++;
            var elapsed = clock.GetUtcNow() - new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
            if (elapsed < TimeSpan.FromDays(1)) granted.ShouldBeLessThanOrEqualTo((int)(2_400 * ((elapsed / TimeSpan.FromDays(1)) + 0.05)) + 1);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        granted.ShouldBeGreaterThan(2_400);
    }

    [Fact]
    public async Task Hear_OthersUsedTheBudget_CountsTheirUseToo()
    {
        var charge = new QuotaCharge("p", QuotaLimit.Every(TimeSpan.FromMinutes(5), 100), 1);
        (await Ledger.TakeAsync([charge])).ShouldBeNull();
        await Ledger.HearAsync(charge, 1, Start.AddMinutes(2));
        (await Ledger.TakeAsync([charge])).ShouldBeNull();
        (await Ledger.TakeAsync([charge])).ShouldBe(Start.AddMinutes(2));
    }

    [Fact]
    public async Task Hear_NothingLeft_ShutsThePoolForEveryInstance()
    {
        var charge = new QuotaCharge("p", QuotaLimit.Every(TimeSpan.FromMinutes(5), 100), 1);
        await Ledger.HearAsync(charge, 0, Start.AddSeconds(17));
        (await new StoredQuotaLedger(rows, clock).TakeAsync([charge])).ShouldBe(Start.AddSeconds(17));
        clock.Advance(TimeSpan.FromSeconds(17));
        (await Ledger.TakeAsync([charge])).ShouldBeNull();
    }
}
