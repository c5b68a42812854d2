using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching;

namespace Crisis.Core.Tests.Mentions.Sources;

public sealed class WatchTermsSpecs
{
    private static readonly WatchTerms Terms = new(new Watch { Id = "k", Name = "K", Terms = ["Kuzey Kargo", "#kuzeykargo", "ILIK"], Exclude = ["kuzey kutbu"] });

    [Theory]
    [InlineData("KUZEY  KARGO'NUN şubesi", true)]
    [InlineData("bugün #KuzeyKargo", true)]
    [InlineData("ılık su", true)]
    [InlineData("ilik nakli", true)]
    [InlineData("çılık", false)]
    [InlineData("kuzey ve kargo", false)]
    [InlineData("kuzey kargo kuzey kutbu", false)]
    public void Match_TurkishCasingAndEndings_AreNoHindrance(string text, bool about) => Terms.Match(text).ShouldBe(about);
}
