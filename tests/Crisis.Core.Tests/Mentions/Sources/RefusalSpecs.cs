using System.Net.Http.Headers;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;

namespace Crisis.Core.Tests.Mentions.Sources;

public sealed class RefusalSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-47)]
    [InlineData(0)]
    [InlineData(95)]
    public void Wait_GivenAsADate_IsMeasuredByTheServersOwnClock(int minutesWrong)
    {
        var there = Now.AddMinutes(minutesWrong);
        Refusal.RetryAfter(Reply(new RetryConditionHeaderValue(there.AddSeconds(17)), there), Now).ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public void Wait_GivenAsADateByAServerWithoutAClock_IsMeasuredByOurs() =>
        Refusal.RetryAfter(Reply(new RetryConditionHeaderValue(Now.AddSeconds(17)), null), Now).ShouldBe(TimeSpan.FromSeconds(17));

    [Fact]
    public void Wait_ThatIsOver_IsNone() =>
        Refusal.RetryAfter(Reply(new RetryConditionHeaderValue(Now.AddSeconds(-17)), Now), Now).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void Pause_WithoutALength_IsAMinute()
    {
        var refusal = Refusal.Read("X", Reply(null, Now), Now);
        (refusal.Failure, refusal.RetryAfter).ShouldBe((SourceFailure.Throttled, TimeSpan.FromMinutes(1)));
    }

    private static NetworkReply Reply(RetryConditionHeaderValue? wait, DateTimeOffset? date)
    {
        using var response = new HttpResponseMessage();
        (response.Headers.RetryAfter, response.Headers.Date) = (wait, date);
        return new NetworkReply(429, response.Headers, default);
    }
}
