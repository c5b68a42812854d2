using Crisis.Local.Commands;

namespace Crisis.Local.Tests.Commands;

public sealed class ScoreCommandSpecs
{
    [Fact]
    public async Task Score_TwoSeriesInterleaved_WritesRowPerRowInOrder()
    {
        var (exit, lines, errors) = await Run("series,timestamp,value,more\na,2015-02-26 21:42:53,3,x\nb,2015-02-26 21:42:53,7,y\na,2015-02-26 21:47:53,4,\n");
        exit.ShouldBe(0);
        lines.Select(line => line[..line.LastIndexOf(',')]).ShouldBe(["series,timestamp", "a,2015-02-26 21:42:53", "b,2015-02-26 21:42:53", "a,2015-02-26 21:47:53"]);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Score_ColumnsInAnotherOrder_AreFoundByName()
    {
        var (exit, lines, _) = await Run("value,timestamp,series\n3,2015-02-26 21:42:53,a\n");
        exit.ShouldBe(0);
        lines[1].ShouldBe("a,2015-02-26 21:42:53,0");
    }

    [Fact]
    public async Task Score_SurgeAfterQuietDay_IsAnAlarm()
    {
        var rows = Enumerable.Range(0, 300).Select(i => $"a,{new DateTime(2015, 2, 26).AddMinutes(5 * i):yyyy-MM-dd HH:mm:ss},{(i < 290 ? i % 3 : 60)}");
        var (_, lines, _) = await Run("series,timestamp,value\n" + string.Join('\n', rows));
        lines.Skip(1).Select((line, row) => (Score: double.Parse(line.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture), row))
            .Where(scored => scored.Score >= 0.5).Select(scored => scored.row).ShouldHaveSingleItem().ShouldBeInRange(290, 292);
    }

    [Fact]
    public async Task Score_MissingColumn_IsRefusedByName()
    {
        var (exit, _, errors) = await Run("series,time,value\na,2015-02-26 21:42:53,3\n");
        exit.ShouldBe(2);
        errors.ShouldContain("Line 1: no column 'timestamp'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("series,timestamp,value\na,yesterday,3\n")]
    public async Task Score_NothingUsable_IsRefused(string input) => (await Run(input)).Exit.ShouldBe(2);

    [Theory]
    [InlineData("a,2015-02-26 21:47:53,many", "'many' is no count")]
    [InlineData("a,2015-02-26 21:47:53,-1", "'-1' is no count")]
    [InlineData("a,2015-02-26 21:47:53,NaN", "'NaN' is no count")]
    [InlineData("a,soon,3", "'soon' is no time")]
    [InlineData("a", "'' is no time")]
    public async Task Score_BadRow_KeepsItsPlaceAndIsTold(string row, string message)
    {
        var (exit, lines, errors) = await Run($"series,timestamp,value\na,2015-02-26 21:42:53,3\n{row}\na,2015-02-26 21:52:53,3\n");
        exit.ShouldBe(0);
        lines.Length.ShouldBe(4);
        lines[2].ShouldEndWith(",0");
        errors.ShouldContain($"Line 3: {message}");
    }

    [Fact]
    public async Task Score_DuplicatedAndReorderedRows_ScoreZero()
    {
        var (exit, lines, _) = await Run("series,timestamp,value\na,2015-02-26 21:42:53,3\na,2015-02-26 21:42:53,9000\na,2015-02-26 21:37:53,9000\n");
        exit.ShouldBe(0);
        lines.Skip(1).ShouldAllBe(line => line.EndsWith(",0"));
    }

    private static async Task<(int Exit, string[] Lines, string Errors)> Run(string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await ScoreCommand.RunAsync(new StringReader(input), output, errors, TestContext.Current.CancellationToken);
        return (exit, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.ToString());
    }
}
