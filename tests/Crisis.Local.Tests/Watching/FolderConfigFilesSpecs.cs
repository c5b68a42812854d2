using System.Text;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Hosting;
using Crisis.Local.Storage;
using Crisis.Local.Tests.Commands;
using Crisis.Local.Watching;
using Crisis.Web.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Watching;

/// <summary>Files of a folder changed from the pages: nothing of somebody else's is lost, nothing outside is touched.</summary>
public sealed class FolderConfigFilesSpecs : IDisposable
{
    private const string Team = "teams/default.yaml";
    private const string Before = "id: default\npeople:\n  - { id: ayse, name: Ayşe Işık, roles: [lead], email: ayse@kuzey.example }\n";
    private const string After = Before + "  - { id: mehmet, name: Mehmet Öğüt, roles: [customer-service], email: mehmet@kuzey.example }\n";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 5, 0, TimeSpan.Zero);

    private readonly InputFolder _outer = new();
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly FolderConfigFiles _files;

    public FolderConfigFilesSpecs()
    {
        _outer.Write("config/" + Team, Before);
        _outer.Write("config/watches/kuzey.yaml", "id: kuzey\nname: Kuzey\nterms: [kuzey]\n");
        _outer.Write("outside.yaml", Before);
        _files = new FolderConfigFiles(new DirectoryInfo(_outer["config"]), _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _files.Dispose();
        _outer.Dispose();
    }

    [Fact]
    public async Task Write_OfWhatWasRead_ReplacesIt_AndKeepsWhatWasThere()
    {
        (await _files.WriteAsync(new ConfigFile(Team, After), Before, Cancellation)).ShouldBeTrue();
        File.ReadAllBytes(_outer["config/" + Team]).ShouldBe(Encoding.UTF8.GetBytes(After));
        var kept = Directory.GetFiles(_outer["config/.history"], "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Path.GetFileName(kept).ShouldBe("default.yaml.20260302T090500000Z");
        File.ReadAllText(kept).ShouldBe(Before);
        Directory.GetFiles(_outer["config/teams"]).Length.ShouldBe(1);
        (await _files.ListAsync(Cancellation)).Select(f => f.Path).ShouldBe([Team, "watches/kuzey.yaml"], ignoreOrder: true);
        ConfigFolder.Strays(new DirectoryInfo(_outer["config"])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_AfterTheFileChangedMeanwhile_LeavesItAlone()
    {
        _outer.Write("config/" + Team, Before + "# theirs\n");
        (await _files.WriteAsync(new ConfigFile(Team, After), Before, Cancellation)).ShouldBeFalse();
        File.ReadAllText(_outer["config/" + Team]).ShouldBe(Before + "# theirs\n");
        Directory.Exists(_outer["config/.history"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_AfterTheFileWasRemoved_DoesNotBringItBack()
    {
        File.Delete(_outer["config/" + Team]);
        (await _files.WriteAsync(new ConfigFile(Team, After), Before, Cancellation)).ShouldBeFalse();
        File.Exists(_outer["config/" + Team]).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_OfTwoAtOnce_IsOneOfThem()
    {
        var both = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => _files.WriteAsync(new ConfigFile(Team, $"{After}# {n}\n"), Before, Cancellation).AsTask(), Cancellation)));
        var winner = Array.IndexOf(both, true) + 1;
        both.Count(kept => kept).ShouldBe(1);
        File.ReadAllText(_outer["config/" + Team]).ShouldBe($"{After}# {winner}\n");
    }

    [Theory]
    [InlineData("../outside.yaml")]
    [InlineData("teams/../../outside.yaml")]
    [InlineData("teams/../teams/default.yaml")]
    [InlineData("teams\\..\\..\\outside.yaml")]
    [InlineData("./teams/default.yaml")]
    [InlineData("teams//default.yaml")]
    [InlineData("outside.yaml")]
    [InlineData("teams/fresh.yaml")]
    [InlineData("elsewhere/fresh.yaml")]
    [InlineData(".history/teams/default.yaml")]
    [InlineData("")]
    public async Task Write_ToAPathThatIsNoneOfTheFolders_TouchesNothing(string path)
    {
        var there = Everything();
        (await _files.WriteAsync(new ConfigFile(path, After), Before, Cancellation)).ShouldBeFalse();
        Everything().ShouldBe(there);
    }

    [Fact]
    public async Task Write_ToAnAbsolutePath_TouchesNothing()
    {
        var there = Everything();
        (await _files.WriteAsync(new ConfigFile(_outer["outside.yaml"], After), Before, Cancellation)).ShouldBeFalse();
        Everything().ShouldBe(there);
    }

    [Fact]
    public async Task Change_FromAForm_IsNotedWithWhoAndWhatWasThere()
    {
        using var database = SqliteDatabase.Open(_outer["data"], CommitMode.Grouped, _clock);
        using var rows = new SqliteRowStore(database);
        var changes = new ConfigChanges(rows);
        var writing = new ConfigWriting([_files], new ConfigReader(LocalSources.ForChecking(_outer["config"])), changes);
        var read = (await writing.ListAsync(Cancellation)).Single(f => f.Path == Team);
        (await writing.WriteAsync(read, After, "ayse", Now, Cancellation)).Kept.ShouldBeTrue();
        (await writing.WriteAsync(read, After + "# from an old page\n", "mehmet", Now.AddMinutes(1), Cancellation)).Kept.ShouldBeFalse();
        var broken = (await writing.WriteAsync(read with { Content = After }, After + "nonsense: 1\n", "ayse", Now.AddMinutes(2), Cancellation)).Faults.ShouldHaveSingleItem();
        (broken.File, broken.Line).ShouldBe((Team, 5));
        File.ReadAllText(_outer["config/" + Team]).ShouldBe(After);
        var noted = (await changes.ListAsync(10, Cancellation)).ShouldHaveSingleItem();
        (noted.By, noted.At, noted.File, noted.Added, noted.Removed, noted.Before).ShouldBe(("ayse", Now, Team, 1, 0, Before));
    }

    /// <summary>Every file that is there, with its text.</summary>
    private Dictionary<string, string> Everything() =>
        Directory.GetFiles(_outer.Path, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(_outer.Path, f), File.ReadAllText);
}
