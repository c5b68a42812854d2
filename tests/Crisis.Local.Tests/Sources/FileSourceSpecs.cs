using System.Globalization;
using System.Text;
using Crisis.Core.Mentions;
using Crisis.Core.Sentiment;
using Crisis.Core.Watching;
using Crisis.Local.Sources;

namespace Crisis.Local.Tests.Sources;

public sealed class FileSourceSpecs : IDisposable
{
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("crisis-file-").FullName;
    private readonly List<Mention> mentions = [];
    private readonly List<SourceFault> faults = [];
    private string? cursor;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pull_FileThatGrows_GivesEachRowOnce()
    {
        var file = PathOf("m.jsonl");
        File.WriteAllText(file, Line(1) + Line(2));
        await PullAsync(file);
        File.AppendAllText(file, Line(3));
        await PullAsync(file);
        await PullAsync(file);
        mentions.Select(m => m.Id).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Pull_LineStillBeingWritten_IsLeftUntilItIsWhole()
    {
        var file = PathOf("m.jsonl");
        var line = Line(2);
        File.WriteAllText(file, Line(1) + line[..20]);
        await PullAsync(file);
        mentions.Count.ShouldBe(1);
        faults.ShouldBeEmpty();
        File.AppendAllText(file, line[20..]);
        await PullAsync(file);
        mentions.Select(m => m.Id).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Pull_TenThousandRowsKilledBetweenAnyTwoCalls_GivesEachRowOnce()
    {
        var file = PathOf("m.csv");
        File.WriteAllText(file, "id,created_at,text\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{i},2026-03-02T09:00:00Z,\"satır\n{i}, \"\"tırnak\"\"\"\n"))));
        for (var more = true; more;)
        {
            _ = await Source(file).PullAsync(cursor, Since);
            var page = await Source(file).PullAsync(cursor, Since);
            mentions.AddRange(page.Mentions);
            (cursor, more) = (page.Cursor, page.More);
        }

        mentions.Select(m => m.Id).ShouldBe(Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        mentions[^1].Text.ShouldBe("satır\n9999, \"tırnak\"");
    }

    [Fact]
    public async Task Pull_Folder_ReadsItsFilesInOrderAndNewOnesLater()
    {
        File.WriteAllText(PathOf("b.jsonl"), Line(2));
        File.WriteAllText(PathOf("a.csv"), "id;created_at;text\n1;2026-03-02T09:00:00Z;\"a;b\"\n");
        File.WriteAllText(PathOf("notes.txt"), "not ours");
        await PullAsync(folder);
        File.WriteAllText(PathOf("c.ndjson"), Line(3));
        File.AppendAllText(PathOf("a.csv"), "4;2026-03-02T09:05:00Z;x\n");
        await PullAsync(folder);
        mentions.Select(m => m.Id).ShouldBe(["1", "2", "4", "3"]);
        mentions[0].Text.ShouldBe("a;b");
    }

    [Fact]
    public async Task Pull_ThreeHundredFiles_KeepsTheCursorSmallAndRepeatsNothing()
    {
        var written = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < 300; i++)
        {
            var file = PathOf($"{i:000}.jsonl");
            File.WriteAllText(file, Line(i));
            File.SetLastWriteTimeUtc(file, written.AddMinutes(i));
        }

        await PullAsync(folder);
        await PullAsync(folder);
        mentions.Count.ShouldBe(300);
        cursor!.Length.ShouldBeLessThan(16_000);
    }

    [Fact]
    public async Task Pull_FileReplaced_BeginsAnew()
    {
        var file = PathOf("m.jsonl");
        File.WriteAllText(file, Line(1) + Line(2));
        await PullAsync(file);
        File.WriteAllText(file, Line(7));
        await PullAsync(file);
        mentions.Select(m => m.Id).ShouldBe(["1", "2", "7"]);
    }

    [Fact]
    public async Task Pull_RowsThatCannotBeRead_AreToldWithTheirLineAndTheGoodOnesKept()
    {
        var file = PathOf("m.csv");
        File.WriteAllText(file, "created_at,text,id\n2026-03-02T09:00:00Z,iyi,1\nyesterday,kötü,2\n2026-03-02T09:00:00Z,5\" ekran,3\n,boş,4\n");
        await PullAsync(file);
        mentions.Select(m => m.Id).ShouldBe(["1", "3"]);
        mentions[1].Text.ShouldBe("5\" ekran");
        faults.Select(f => f.Where).ShouldBe(["m.csv, line 3", "m.csv, line 5"]);
        faults[0].What.ShouldContain("yesterday");
        faults[1].What.ShouldContain("created_at");
    }

    [Fact]
    public async Task Pull_NoJsonObjectBrokenUtf8AndAHugeLine_AreSkippedOrMendedAndToldOnce()
    {
        var file = PathOf("m.jsonl");
        await using (var stream = File.Create(file))
        {
            stream.Write("[1]\n"u8);
            stream.Write(Encoding.Latin1.GetBytes("{\"created_at\":\"2026-03-02T09:00:00Z\",\"text\":\"bozuk \u00C3 harf\",\"id\":1}\n"));
            stream.Write(Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', 10 * 1024 * 1024) + "\"}\n"));
            stream.Write("{\"created_at\":\"2026-03-02T09:00:00Z\",\"text\":\"son\",\"id\":\"2\"}\n"u8);
        }

        await PullAsync(file);
        mentions.Select(m => m.Id).ShouldBe(["1", "2"]);
        faults.Select(f => f.Where).ShouldBe(["m.jsonl, line 1", "m.jsonl, line 3"]);
    }

    [Fact]
    public async Task Pull_MappedColumns_AreTakenAndIgnored()
    {
        var file = PathOf("m.csv");
        File.WriteAllText(file, "tweet_id,timestamp_utc,text,source,label,likes,own\n9,2026-03-02 09:00:00,selam,web,negative,12,true\n");
        await PullAsync(file, ("map", "created_at=timestamp_utc,id=tweet_id,source="), ("sentiment", "label"));
        var mention = mentions.ShouldHaveSingleItem();
        mention.ShouldSatisfyAllConditions(
            () => mention.Id.ShouldBe("9"),
            () => mention.Source.ShouldBe("file"),
            () => mention.CreatedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)),
            () => mention.GivenSentiment.ShouldBe(SentimentLabel.Negative),
            () => mention.Engagement.Likes.ShouldBe(12),
            () => mention.Own.ShouldBeTrue());
    }

    [Fact]
    public async Task Pull_RowsOfAnotherWatchOrFromBefore_AreLeftOut()
    {
        var file = PathOf("m.csv");
        File.WriteAllText(file, "created_at,text,id,watch\n2026-03-02T09:00:00Z,a,1,kuzey\n2026-03-02T09:00:00Z,b,2,guney\n2020-03-02T09:00:00Z,c,3,kuzey\n");
        await PullAsync(file);
        mentions.Select(m => m.Id).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Pull_FileIsNotThere_SaysSo() =>
        (await Should.ThrowAsync<SourceException>(async () => await Source(PathOf("no.csv")).PullAsync(null, Since))).Failure.ShouldBe(SourceFailure.Gone);

    [Fact]
    public void Check_WrongMapAndMissingFile_AreNamedWithARemedy()
    {
        var settings = new SourceSettings("file") { Fields = new Dictionary<string, string> { ["path"] = "no.csv", ["map"] = "when=at" } };
        new FileSourceFactory(folder).Check(settings).Select(f => f.Where).ShouldBe(["map", "path"]);
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private static string Line(int id) => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{id},\"created_at\":\"2026-03-02T09:00:00Z\",\"text\":\"satır {id}\"}}\n");

    private static IMentionSource Source(string path, params (string, string)[] fields) => new FileSourceFactory("/").Create(
        new Watch { Id = "kuzey", Name = "Kuzey" },
        new SourceSettings("file") { Fields = fields.Append(("path", path)).ToDictionary(f => f.Item1, f => f.Item2) });

    private async Task PullAsync(string path, params (string, string)[] fields)
    {
        for (var more = true; more;)
        {
            var page = await Source(path, fields).PullAsync(cursor, Since);
            mentions.AddRange(page.Mentions);
            faults.AddRange(page.Faults);
            (cursor, more) = (page.Cursor, page.More);
        }
    }
}
