using Crisis.Local.Drills;
using Shouldly;

namespace Crisis.Local.Tests.Drills;

/// <summary>Which lane of a drill plays which watch.</summary>
public sealed class WatchSharingSpecs
{
    [Fact]
    public void Watches_OfDifferentSize_MakeLanesOfAboutTheSameSize()
    {
        var shares = WatchSharing.Over(new Dictionary<string, int> { ["a"] = 10, ["b"] = 60, ["c"] = 30, ["d"] = 25 }, 2);
        shares.Select(share => string.Join(' ', share.Order(StringComparer.Ordinal))).ShouldBe(["b", "a c d"]);
    }

    [Fact]
    public void Watches_OfTheSameSize_AreSharedTheSameWhateverTheirOrder()
    {
        string[] names = ["d", "b", "a", "c"];
        var one = WatchSharing.Over(names.ToDictionary(name => name, _ => 5), 2);
        var other = WatchSharing.Over(names.Order(StringComparer.Ordinal).ToDictionary(name => name, _ => 5), 2);
        one.Select(share => string.Join(' ', share.Order(StringComparer.Ordinal))).ShouldBe(["a c", "b d"]);
        other.Select(share => string.Join(' ', share.Order(StringComparer.Ordinal))).ShouldBe(["a c", "b d"]);
    }

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(1, 4, 1)]
    [InlineData(3, 4, 3)]
    [InlineData(9, 4, 4)]
    [InlineData(9, 1, 1)]
    public void Lanes_AreNeverMoreThanWatchesOrAllowed_AndAtLeastOne(int watches, int most, int lanes)
    {
        var shares = WatchSharing.Over(Enumerable.Range(0, watches).ToDictionary(number => $"w{number}", number => number), most);
        shares.Count.ShouldBe(lanes);
        shares.SelectMany(share => share).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, watches).Select(number => $"w{number}"));
    }

    [Fact]
    public void Minutes_OfWatchesThatTakeTurns_AreCountedOnceEach()
    {
        var begin = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var minutes = new WatchMinutes();
        foreach (var (watch, second) in (IEnumerable<(string, int)>)[("a", 0), ("b", 1), ("a", 59), ("a", 60), ("b", 61), ("a", 62), ("b", 200)]) minutes.Add(watch, begin.AddSeconds(second));
        minutes.Counts["a"].ShouldBe(2);
        minutes.Counts["b"].ShouldBe(3);
    }
}
