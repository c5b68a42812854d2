using Crisis.Core.Detection;
using Crisis.Core.Detection.Signals;
using static Crisis.Core.Tests.Detection.LookedAt;

namespace Crisis.Core.Tests.Detection;

public sealed class TurnedEventSpecs
{
    /// <summary>A joke of an hour, a lull of twenty-five minutes, twenty minutes of complaints.</summary>
    private static readonly WindowCounts[] JokeThenComplaints =
    [
        .. Enumerable.Range(0, 12).Select(n => Window(105 - (5 * n), 30, negative: 3, positive: 9)),
        .. Enumerable.Range(0, 5).Select(n => Window(45 - (5 * n), 2)),
        .. Enumerable.Range(0, 4).Select(n => Window(20 - (5 * n), 12, negative: 9)),
    ];

    [Fact]
    public void Event_HeldBackAsAttentionBefore_BeginsWithItsComplaints()
    {
        var trimmed = TurnedEvent.Trim(Told(SuppressionReason.AttentionOnly), Surge(JokeThenComplaints));
        trimmed.Signal.Since.ShouldBe(Noon.AddMinutes(-20));
        trimmed.Windows.Count.ShouldBe(4);
        WindowSum.Of(trimmed.Signal.Since, trimmed.Windows).ShouldSatisfyAllConditions(sum => sum.Mentions.ShouldBe(48), sum => sum.Negative.ShouldBe(36));
    }

    [Fact]
    public void Event_ThatTurnsWithoutALull_BeginsWhereItTurned()
    {
        WindowCounts[] turning = [.. JokeThenComplaints[..12], .. Enumerable.Range(0, 6).Select(n => Window(45 - (5 * n), 40, negative: 24))];
        TurnedEvent.Trim(Told(SuppressionReason.AttentionOnly), Surge(turning)).Signal.Since.ShouldBe(Noon.AddMinutes(-45));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SuppressionReason.Learning)]
    public void Event_NeverTakenForAttention_KeepsItsBegin(SuppressionReason? reason)
    {
        var finding = Surge(JokeThenComplaints);
        TurnedEvent.Trim(Told(reason), finding).ShouldBeSameAs(finding);
    }

    [Fact]
    public void Event_WhoseAttentionWasAnEarlierOne_KeepsItsBegin()
    {
        var finding = Surge(JokeThenComplaints[12..]);
        TurnedEvent.Trim(Told(SuppressionReason.AttentionOnly), finding).ShouldBeSameAs(finding);
    }

    private static WatchMemory Told(SuppressionReason? reason) => new()
    {
        Watch = "kuzey",
        Habits = Known,
        Told = new Dictionary<string, ToldSignal>
        {
            [DetectorNames.Surge] = new("surge", Noon.AddMinutes(-105), Noon.AddMinutes(-100), 30, Escalated: reason is null) { Reason = reason },
        },
    };

    private static Finding Surge(WindowCounts[] windows)
    {
        var signal = Signal(DetectorNames.Surge) with { Since = windows[0].Start };
        return new Finding(DetectorNames.Surge, signal, Judged(windows[^1]), windows);
    }
}
