using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Language;

namespace Crisis.Core.Tests.Language;

public sealed class WordingSpecs
{
    private static readonly Wording Turkish = Wording.For("tr", "Europe/Istanbul");
    private static readonly Wording English = Wording.For("en", "Europe/Istanbul");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 9, 15, 0, TimeSpan.Zero);

    [Fact]
    public void Time_IsInTheZoneAndAsTheLanguageWritesIt()
    {
        Turkish.Time(Noon).ShouldBe("2 Mart 2026 12.15");
        English.Time(Noon).ShouldBe("2 March 2026 12:15");
        Wording.For("tr", "Europe/Berlin").Time(Noon).ShouldBe("2 Mart 2026 10.15");
    }

    [Fact]
    public void Time_AfterMidnightInTheZone_IsTheNextDay() =>
        Turkish.Time(new DateTimeOffset(2026, 12, 31, 21, 5, 0, TimeSpan.Zero)).ShouldBe("1 Ocak 2027 00.05");

    [Fact]
    public void Time_InUnknownZone_IsUtc() => Wording.For("en", "Nowhere/Town").Time(Noon).ShouldBe("2 March 2026 09:15");

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(1234567, "1.234.567", "1,234,567")]
    [InlineData(14.25, "14", "14")]
    public void Number_HasTheSeparatorsOfTheLanguage(double number, string turkish, string english)
    {
        Turkish.Number(number).ShouldBe(turkish);
        English.Number(number).ShouldBe(english);
    }

    [Fact]
    public void Number_WithDecimals_LeavesOutZeros()
    {
        Turkish.Number(14.25, 1).ShouldBe("14,3");
        Turkish.Number(14, 1).ShouldBe("14");
    }

    [Fact]
    public void Percent_StandsBeforeInTurkish()
    {
        Turkish.Percent(0.456).ShouldBe("%46");
        English.Percent(0.456).ShouldBe("46%");
    }

    [Theory]
    [InlineData(0, "1 dk", "1 min")]
    [InlineData(59, "59 dk", "59 min")]
    [InlineData(125, "2 sa 5 dk", "2 hr 5 min")]
    [InlineData(1440 + 61, "1 gün 1 sa", "1 day 1 hr")]
    [InlineData(2880, "2 gün", "2 days")]
    public void Duration_HasItsTwoLargestUnits(int minutes, string turkish, string english)
    {
        Turkish.Duration(TimeSpan.FromMinutes(minutes)).ShouldBe(turkish);
        English.Duration(TimeSpan.FromMinutes(minutes)).ShouldBe(english);
    }

    [Fact]
    public void Count_IsPluralInEnglishOnly()
    {
        English.Count("notice.mentions", 1).ShouldBe("1 post");
        English.Count("notice.mentions", 2).ShouldBe("2 posts");
        Turkish.Count("notice.mentions", 2).ShouldBe("2 paylaşım");
    }

    [Fact]
    public void Capital_OfTurkishI_KeepsItsDot()
    {
        Turkish.Capital("izleme").ShouldBe("İzleme");
        Turkish.Capital("ılık").ShouldBe("Ilık");
        English.Capital("identity").ShouldBe("Identity");
    }

    [Fact]
    public void Names_OfUnknownDetectorAndNote_AreStillReadable()
    {
        Turkish.Detector("new-detector").ShouldBe("new detector");
        English.Note(new SignalNote("new-note", "7")).ShouldBe("new note: 7");
        English.Kind(CrisisKind.AccountTakeover).ShouldBe("account takeover");
    }
}
