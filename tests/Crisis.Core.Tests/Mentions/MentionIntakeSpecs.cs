using Crisis.Core.Mentions;
using static Crisis.Core.Tests.Mentions.StoreBench;

namespace Crisis.Core.Tests.Mentions;

public sealed class MentionIntakeSpecs
{
    private readonly MentionIntake _intake = new(new MentionStoreOptions { AuthorKey = new byte[32] });

    [Theory]
    [InlineData("a\u0000b\u0007c\u009fd", "abcd")]
    [InlineData("line\r\nnext\rlast\u2028end\ttab", "line\nnext\nlast\nend\ttab")]
    [InlineData("pay \u202egnp.exe\u202c now", "pay gnp.exe now")]
    [InlineData("👨‍👩‍👧 İstanbul ığüşöç", "👨‍👩‍👧 İstanbul ığüşöç")]
    public void Text_WithUnwantedCharacters_LosesOnlyThese(string text, string clean) => MentionText.Clean(text).ShouldBe(clean);

    [Fact]
    public void Text_WithHalfASurrogatePair_HasAReplacementThere() =>
        MentionText.Clean("half \ud83d pair \ude00 whole 😀").ShouldBe("half \ufffd pair \ufffd whole 😀");

    [Fact]
    public void Text_TooLong_IsCutBetweenCharacters()
    {
        var cut = Clean(Mention("1", new string('a', 7_999) + "😀 and more"));
        cut.Mentions[0].Text.ShouldBe(new string('a', 7_999));
        cut.Report.Cut.ShouldBe(1);
    }

    [Fact]
    public void Time_Ahead_IsTheIntakeWhenMoreThanTenMinutes()
    {
        var (mentions, report) = Clean(Mention("1", at: Nine.AddMinutes(10)), Mention("2", at: Nine.AddMinutes(11)), Mention("3", at: Nine.AddYears(100)));
        mentions.Select(m => m.CreatedAt).ShouldBe([Nine.AddMinutes(10), Nine, Nine]);
        report.Future.ShouldBe(2);
    }

    [Fact]
    public void Time_OfAnotherZone_IsKeptInUtc() =>
        Clean(Mention("1", at: new DateTimeOffset(2026, 3, 2, 11, 59, 0, TimeSpan.FromHours(3)))).Mentions[0].CreatedAt.ShouldBe(Nine.AddMinutes(-1));

    [Fact]
    public void Mention_ThatCanNotBeKept_IsAFaultThatSaysWhichAndWhy()
    {
        var (mentions, report) = Clean(
            Mention("ok"), Mention("", "no id"), Mention("x", at: new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)), Mention("old", at: Nine.AddDays(-91)),
            Mention("s", source: "Not A Source"));
        mentions.ShouldHaveSingleItem().Id.ShouldBe("ok");
        report.Faults.Select(f => f.Where).ShouldBe(["mention 2 of the batch", "mention 3 of the batch", "mention 4 of the batch", "mention 5 of the batch"]);
        report.Faults[1].What.ShouldContain("before 2000");
        report.Faults[2].What.ShouldContain("older");
    }

    [Fact]
    public void Repeats_InOneBatch_AreOneMentionWithTheLastText()
    {
        var (mentions, report) = Clean(Mention("1", "first"), Mention("2"), Mention("1", "second"), Mention("1", "other source", source: "feed"));
        mentions.Select(m => (m.Id, m.Text)).ShouldBe([("1", "second"), ("2", "bad"), ("1", "other source")]);
        report.Repeats.ShouldBe(1);
    }

    private (IReadOnlyList<Mention> Mentions, IntakeReport Report) Clean(params Mention[] mentions)
    {
        var (clean, _, report) = _intake.Clean(new MentionBatch("kuzey", mentions), Nine);
        return (clean, report);
    }
}
