using System.Text.Json;
using Crisis.Core.Detection;

namespace Crisis.Core.Tests.Detection;

public sealed class DistinctSketchSpecs
{
    [Fact]
    public void Sum_OfParts_IsThatOfTheirUnions()
    {
        var random = new Random(1);
        var parts = Enumerable.Range(0, 12).Select(_ => Sketch(random, 30)).ToList();
        var pairwise = parts.Aggregate(DistinctSketch.Empty, (sum, part) => sum.Union(part));
        DistinctSketch.Of([.. parts]).Smallest.ShouldBe(pairwise.Smallest);
        pairwise.Smallest.Count.ShouldBe(DistinctSketch.Size);
    }

    [Fact]
    public void Sum_OfTheSameTwice_CountsItOnce()
    {
        var part = Sketch(new Random(2), 20);
        DistinctSketch.Of([part, part, DistinctSketch.Empty]).Count.ShouldBe(20);
    }

    [Fact]
    public void Sum_ThroughJson_StaysTheSame()
    {
        var sum = DistinctSketch.Of([Sketch(new Random(3), 5), Sketch(new Random(4), 5)]);
        JsonSerializer.Deserialize<DistinctSketch>(JsonSerializer.Serialize(sum, CrisisJson.Options), CrisisJson.Options)!.Smallest.ShouldBe(sum.Smallest);
    }

    private static DistinctSketch Sketch(Random random, int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Order().Take(DistinctSketch.Size)]);
}
