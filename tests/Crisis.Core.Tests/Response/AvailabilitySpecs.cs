using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Tests.Escalation;

namespace Crisis.Core.Tests.Response;

public sealed class AvailabilitySpecs
{
    private static CrisisPlan Plan(string zone = "Europe/Istanbul", params Person[] people) => new()
    {
        Kind = CrisisKind.Unclassified,
        TakenAt = Scenario.Time("09:00"),
        WatchName = "Kuzey",
        TimeZone = zone,
        Team = "default",
        People = people,
    };

    private static Person With(string? hours) => new() { Id = "p", Name = "P", Hours = hours };

    [Theory]
    [InlineData("Mon-Fri 09:00-18:00", "09:00", true)]
    [InlineData("Mon-Fri 09:00-18:00", "18:00", false)]
    [InlineData("Mon-Fri 09:00-18:00", "12:00+5", false)]
    [InlineData("Mon-Fri 09:00-18:00, Sat 10:00-14:00", "12:00+5", true)]
    [InlineData("Mon 22:00-06:00", "05:59+1", true)]
    [InlineData("Mon 22:00-06:00", "06:00+1", false)]
    [InlineData("Sat-Mon", "23:59", true)]
    [InlineData("Sat-Mon", "00:00+1", false)]
    [InlineData("Sun 00:00-24:00", "23:59", false)]
    [InlineData(null, "03:00", true)]
    public void OnDuty_HoursInTheWatchsZone_AreKept(string? hours, string time, bool expected) =>
        new Availability(Plan()).OnDuty(With(hours), Scenario.Time(time)).ShouldBe(expected);

    [Theory]
    [InlineData("weekdays 9 to 5")]
    [InlineData("Mon-Fri 9-17")]
    [InlineData("Mon-Fri 09:00-25:00")]
    [InlineData("")]
    public void Hours_NotUnderstood_AreNotTaken(string hours) => WorkingHours.TryParse(hours, out _).ShouldBeFalse();

    [Fact]
    public void NextDuty_OverAWeekend_IsMondayMorning() =>
        new Availability(Plan()).NextDuty(With("Mon-Fri 09:00-18:00"), Scenario.Time("18:00+4")).ShouldBe(Scenario.Time("09:00+7"));

    [Fact]
    public void NextDuty_WhenClocksGoForward_FollowsTheLocalClock()
    {
        // Berlin, 29 March 2026: 02:00 becomes 03:00.
        var availability = new Availability(Plan("Europe/Berlin"));
        var saturday = new DateTimeOffset(2026, 3, 28, 20, 0, 0, TimeSpan.Zero);
        availability.NextDuty(With("Sun 02:30-10:00"), saturday).ShouldBe(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero));
        availability.NextDuty(With("Sun 09:00-10:00"), saturday).ShouldBe(new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Reach_StandInsInACircle_EndsWithNobody()
    {
        var a = new Person { Id = "a", Name = "A", Hours = "Mon 09:00-10:00", StandIn = "b" };
        var b = new Person { Id = "b", Name = "B", Hours = "Mon 09:00-10:00", StandIn = "a" };
        new OnCall(Plan("Europe/Istanbul", a, b)).Reach(a, 2, Scenario.Time("12:00")).ShouldBeNull();
    }
}
