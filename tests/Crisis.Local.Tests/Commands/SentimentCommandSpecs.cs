using System.Globalization;
using Crisis.Core.Sentiment;
using Crisis.Local.Commands;

namespace Crisis.Local.Tests.Commands;

public sealed class SentimentCommandSpecs
{
    private readonly SentimentCommand command = new(EmbeddedAnalyser.Load());
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Fact]
    public async Task Run_Texts_WritesOneRowEachInOrder()
    {
        (await Run("id,text\na,berbat bir firma\nb,\"harika, bayıldım\"\nc,\n", new SentimentOptions())).ShouldBe(0);
        Rows.Select(row => row.Split(',')[..2]).ShouldBe([["id", "label"], ["a", "negative"], ["b", "positive"], ["c", "unscored"]]);
        Rows[3].ShouldBe("c,unscored,0.0000,0.0000,0.0000");
        errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_NoIdColumn_NumbersTheRows()
    {
        await Run("body\nberbat\nharika\n", new SentimentOptions("body", "tr"));
        Rows.Skip(1).Select(row => row.Split(',')[0]).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Run_ManyRows_KeepsThemAll()
    {
        await Run("id,text\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"{i},kargo gelmedi\n")), new SentimentOptions());
        Rows.Skip(1).Select(row => row.Split(',')[0]).ShouldBe(Enumerable.Range(0, 1_000).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Run_RowWithTooManyFields_IsToldWithItsLineAndSkipped()
    {
        (await Run("id,text\na,iyi\nb,iyi,kötü\nc,kötü\n", new SentimentOptions())).ShouldBe(0);
        Rows.Skip(1).Select(row => row.Split(',')[0]).ShouldBe(["a", "c"]);
        errors.ToString().ShouldStartWith("Line 3: row skipped");
    }

    [Fact]
    public async Task Run_ColumnThatIsNotThere_NamesThoseThatAre()
    {
        (await Run("id,body\na,iyi\n", new SentimentOptions())).ShouldBe(2);
        errors.ToString().ShouldContain("id, body");
        output.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,text\n")]
    public async Task Run_NothingToJudge_NeverThrows(string csv) => (await Run(csv, new SentimentOptions())).ShouldBe(csv.Length == 0 ? 2 : 0);

    [Fact]
    public async Task Run_UnknownLanguage_IsRefused()
    {
        (await Run("text\niyi\n", new SentimentOptions(Language: "de"))).ShouldBe(2);
        errors.ToString().ShouldContain("tr, en or auto");
    }

    [Fact]
    public async Task Run_IdWithCommaAndQuote_IsQuotedAgain()
    {
        await Run("id,text\n\"a,\"\"b\"\"\",iyi\n", new SentimentOptions());
        Rows[1].ShouldStartWith("\"a,\"\"b\"\"\",");
    }

    [Fact]
    public async Task Run_MachineInTurkish_WritesPointsNotCommas()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            await Run("text\nberbat\n", new SentimentOptions());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Rows[1].Split(',').Length.ShouldBe(5);
    }

    private List<string> Rows => [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)];

    private Task<int> Run(string csv, SentimentOptions options) => command.RunAsync(new StringReader(csv), output, errors, options, TestContext.Current.CancellationToken);
}
