using System.Text;

namespace Crisis.Local.Tests.Commands;

/// <summary>Mentions files as they come: what is wrong is told with file, line and remedy, what is good is played.</summary>
public sealed class BadMentionsSpecs : IDisposable
{
    private const string Header = "id,created_at,text\n";
    private readonly InputFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Drill_RowsThatCannotBeRead_AreToldWithTheirLinesAndTheRestIsPlayed()
    {
        byte[] broken = [.. "6,2026-03-02T09:05:00Z,"u8, 0xC3, 0x28, (byte)'\n'];
        var file = folder.Write("mentions.csv",
        [
            .. Encoding.UTF8.GetBytes(Header),
            .. "1,2026-03-02T09:00:00Z,Kargom gelmedi\n"u8,
            .. "2,yesterday,Kargom gelmedi\n"u8,
            .. "3,1815-06-18T09:00:00Z,old\n"u8,
            .. "4,,no time\n"u8,
            .. "5,2026-03-02T09:04:00Z\n"u8,
            .. broken,
            .. Encoding.UTF8.GetBytes($"7,2026-03-02T09:06:00Z,{new string('x', 10 * 1024 * 1024)}\n"),
            .. "8,2026-03-02T09:07:00Z,\"never closed\n"u8,
            .. "9,2026-03-02T09:08:00Z,\"closed, with a comma\"\n"u8,
            .. "9,2026-03-02T09:08:00Z,\"closed, with a comma\"\n"u8,
            .. "10,2026-03-01T09:00:00Z,earlier than the row before\n"u8,
        ]);
        var run = await CommandRun.OfAsync("drill", file);
        run.Exit.ShouldBe(0, run.Messages);
        run.Output.ShouldContain("5 mentions, 1 repeats, 0 crises opened");
        run.Messages.ShouldContain("mentions.csv:3: created_at: 'yesterday' is not an ISO 8601 time.");
        run.Messages.ShouldContain("mentions.csv:4: '1815-06-18' lies outside 2000 to 2099.");
        run.Messages.ShouldContain("mentions.csv:5: 'created_at' is missing.");
        run.Messages.ShouldContain("mentions.csv:6: 'text' is missing.");
        run.Messages.ShouldContain("mentions.csv:7: is not UTF-8 in places");
        run.Messages.ShouldContain("mentions.csv:8: the row is longer than 1 MiB.");
        run.Messages.ShouldContain("mentions.csv:9: a quote is opened and not closed.");
        run.Messages.ShouldContain("6 of 11 rows could not be read and were skipped.");
        run.Messages.ShouldNotContain("mentions.csv:10:");
        run.Output.ShouldNotContain("skipped");
    }

    [Fact]
    public async Task Drill_JsonLines_ArePlayedAndBadLinesTold()
    {
        var file = folder.Write("mentions.jsonl", "{\"id\":\"1\",\"created_at\":\"2026-03-02T09:00:00Z\",\"text\":\"a\"}\n{\"id\":\n[1]\n{\"id\":\"2\",\"created_at\":\"2026-03-02T09:01:00Z\",\"text\":\"\"}\n");
        var run = await CommandRun.OfAsync("drill", file);
        run.Exit.ShouldBe(0, run.Messages);
        run.Output.ShouldContain("2 mentions");
        run.Messages.ShouldContain("mentions.jsonl:2: the line is not a JSON object.");
        run.Messages.ShouldContain("mentions.jsonl:3: the line is not a JSON object.");
    }

    [Fact]
    public async Task Drill_RenamedAndIgnoredColumns_AreReadAsSaid()
    {
        var file = folder.Write("tweets.csv", "tweet_id,timestamp_utc,text,source,event,label\n1,2026-03-02T09:00:00Z,berbat,outsider,flood,negative\n");
        var run = await CommandRun.OfAsync("drill", file, "--map", "created_at=timestamp_utc,id=tweet_id,watch=event,source=", "--sentiment", "label", "--json");
        run.Exit.ShouldBe(0, run.Messages);
        run.Messages.ShouldContain("columns that a drill does not use: source");
    }

    [Theory]
    [InlineData("created_at=timestamp_ut", "there is no column 'timestamp_ut' for the field 'created_at'", "Did you mean 'timestamp_utc'?")]
    [InlineData("creted_at=timestamp_utc", "'creted_at=timestamp_utc' is not field=column", "Did you mean 'created_at'?")]
    [InlineData("created_at=", "'created_at' is required and cannot be ignored", "")]
    [InlineData("", "there is no column 'created_at' for the field 'created_at'", "--map created_at=column")]
    public async Task Drill_ColumnsThatDoNotFit_AreRefusedWithTheRightOnes(string map, string fault, string remedy)
    {
        var file = folder.Write("tweets.csv", "tweet_id,timestamp_utc,text\n1,2026-03-02T09:00:00Z,a\n");
        var run = await CommandRun.OfAsync("drill", file, "--map", map);
        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Messages.ShouldContain(fault);
        run.Messages.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("", "is empty. Write a header row")]
    [InlineData("  \n\n", "is empty. Write a header row")]
    [InlineData(Header, "holds no readable row")]
    [InlineData(Header + "1,soon,a\n", "holds no readable row")]
    public async Task Drill_NothingInTheFile_IsRefused(string content, string fault)
    {
        var run = await CommandRun.OfAsync("drill", folder.Write("mentions.csv", content));
        run.Exit.ShouldBe(2);
        run.Messages.ShouldContain(fault);
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("score")]
    [InlineData("sentiment")]
    public async Task Command_FolderOrNothingInPlaceOfAFile_SaysWhich(string verb)
    {
        var folderRun = await CommandRun.OfAsync(verb, folder.Path);
        folderRun.Exit.ShouldBe(2);
        folderRun.Messages.ShouldContain("is a folder. Name a file in it.");
        var missing = await CommandRun.OfAsync(verb, folder["nothing.csv"]);
        missing.Exit.ShouldBe(2);
        missing.Messages.ShouldContain("nothing.csv: there is no such file.");
    }

    [Fact]
    public async Task Score_BadRows_KeepTheirPlaceAndAreTold()
    {
        var file = folder.Write("counts.csv", "series,timestamp,value\na,2026-03-02 09:00:00,3\na,soon,3\n\"a,2026-03-02 09:05:00,3\na,2026-03-02 09:10:00,4\n");
        var run = await CommandRun.OfAsync("score", file);
        run.Exit.ShouldBe(0);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
        run.Messages.ShouldContain("counts.csv: Line 3: 'soon' is no time");
        run.Messages.ShouldContain("counts.csv: Line 4: a quote is opened and not closed");
    }

    [Fact]
    public async Task Sentiment_UnclosedQuoteAndBrokenText_CostTheirOwnLines()
    {
        var file = folder.Write("texts.csv", [.. "id,text\n1,\"never closed\n2,berbat\n3,\"harika, \"\"çok\"\" iyi\"\n4,"u8, 0xFF, .. " berbat\n"u8]);
        var run = await CommandRun.OfAsync("sentiment", file);
        run.Exit.ShouldBe(0);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]).ShouldBe(["2", "3", "4"]);
        run.Messages.ShouldContain("texts.csv: Line 2: row skipped: a quote is opened and not closed");
        run.Messages.ShouldContain("texts.csv: Line 5: the text is not UTF-8 in places");
    }

    [Theory]
    [InlineData("score", "Line 1: no column 'timestamp'", "Did you mean 'timestmp'?")]
    [InlineData("sentiment", "Line 1: there is no column 'text'", "Name the right one with --column")]
    public async Task Command_ColumnMissing_IsNamedWithTheFile(string verb, string fault, string remedy)
    {
        var run = await CommandRun.OfAsync(verb, folder.Write("table.csv", "series,timestmp,value\na,2026-03-02,1\n"));
        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Messages.ShouldContain($"{folder["table.csv"]}: {fault}");
        run.Messages.ShouldContain(remedy);
    }
}
