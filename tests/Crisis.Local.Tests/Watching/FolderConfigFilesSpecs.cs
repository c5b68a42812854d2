using Crisis.Core.Watching.Configuration;
using Crisis.Local.Storage;
using Crisis.Local.Tests.Storage;
using Crisis.Local.Watching;
using Crisis.Web.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Watching;

/// <summary>Configuration files of a folder changed from the pages: nothing half, nothing lost, nothing outside.</summary>
public sealed class FolderConfigFilesSpecs : IDisposable
{
    private const string Team = "teams/default.yaml";
    private const string Text = "id: default\npeople:\n  - { id: ayse, name: Ayşe Demir, roles: [lead], email: ayse@kuzey.example }\n";

    private readonly TemporaryFolder _root = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 23, 5, 0, TimeSpan.Zero));
    private readonly FolderConfigFiles _files;

    public FolderConfigFilesSpecs()
    {
        Directory.CreateDirectory(In("config/teams"));
        Directory.CreateDirectory(In("config/watches"));
        File.WriteAllText(In("config", Team), Text);
        File.WriteAllText(In("config/watches/kuzey.yaml"), "id: kuzey\nname: Kuzey Kargo\nterms: [kuzey kargo]\n");
        _files = new FolderConfigFiles(new DirectoryInfo(In("config")), _clock);
    }

    public void Dispose()
    {
        _files.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task Write_OfAFileAsItWasRead_ReplacesItAndKeepsTheVersionBefore()
    {
        (await _files.WriteAsync(new ConfigFile(Team, Text + "# İyi geceler\n"), Text)).ShouldBeTrue();

        (await _files.ListAsync()).Single(f => f.Path == Team).Content.ShouldBe(Text + "# İyi geceler\n");
        File.ReadAllText(In("config/.history/teams/default.yaml.20260302T230500000Z")).ShouldBe(Text);
        Directory.GetFiles(In("config/teams")).Select(Path.GetFileName).ShouldBe(["default.yaml"]);
    }

    [Fact]
    public async Task Write_OfAFileThatChangedMeanwhile_ChangesNothing()
    {
        File.WriteAllText(In("config", Team), Text + "# theirs\n");

        (await _files.WriteAsync(new ConfigFile(Team, Text + "# mine\n"), Text)).ShouldBeFalse();

        File.ReadAllText(In("config", Team)).ShouldBe(Text + "# theirs\n");
        Directory.Exists(In("config/.history")).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_OfAFileThatWasRemovedMeanwhile_DoesNotBringItBack()
    {
        File.Delete(In("config", Team));

        (await _files.WriteAsync(new ConfigFile(Team, Text + "# mine\n"), Text)).ShouldBeFalse();

        File.Exists(In("config", Team)).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_ByTwoFromTheSameVersion_KeepsExactlyOne()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await _files.WriteAsync(new ConfigFile(Team, $"{Text}# {i}\n"), Text))));

        written.Count(kept => kept).ShouldBe(1);
        File.ReadAllText(In("config", Team)).ShouldBe($"{Text}# {Array.IndexOf(written, true)}\n");
    }

    [Theory]
    [InlineData("../secret.yaml")]
    [InlineData("teams/../../secret.yaml")]
    [InlineData("teams/..\\..\\secret.yaml")]
    [InlineData("/secret.yaml")]
    [InlineData("secret.yaml")]
    [InlineData("teams/new.yaml")]
    [InlineData("teams/DEFAULT.yaml")]
    [InlineData("./teams/default.yaml")]
    [InlineData("teams//default.yaml")]
    [InlineData("teams/../teams/default.yaml")]
    [InlineData(".history/teams/default.yaml")]
    [InlineData("")]
    public async Task Write_ToAPathThatIsNoFileOfTheFolder_WritesNothing(string path)
    {
        File.WriteAllText(In("secret.yaml"), "before");
        var before = Everything();

        (await _files.WriteAsync(new ConfigFile(path, "after"), "before")).ShouldBeFalse();

        Everything().ShouldBe(before);
        File.ReadAllText(In("secret.yaml")).ShouldBe("before");
    }

    [Fact]
    public async Task Write_ThroughALinkThatLeadsOutside_LeavesWhatLiesOutside()
    {
        File.WriteAllText(In("outside.yaml"), Text);
        File.CreateSymbolicLink(In("config/teams/linked.yaml"), In("outside.yaml"));

        await _files.WriteAsync(new ConfigFile("teams/linked.yaml", Text + "# changed\n"), Text);

        File.ReadAllText(In("outside.yaml")).ShouldBe(Text);
    }

    [Fact]
    public async Task Change_FromThePages_IsNotedWithWhoAndWhatWasThere()
    {
        using var database = SqliteDatabase.Open(In("data"), CommitMode.Grouped, _clock);
        using var rows = new SqliteRowStore(database);
        var changes = new ConfigChanges(rows);
        var writing = new ConfigWriting([_files], new ConfigReader([]), changes);
        var before = (await writing.ListAsync()).Single(f => f.Path == Team);

        (await writing.WriteAsync(before, Text.Replace("people:", "peolpe:"), "ayse", _clock.GetUtcNow())).Faults.ShouldContain(fault => fault.ToString().Contains("peolpe", StringComparison.Ordinal));
        (await changes.ListAsync(5)).ShouldBeEmpty();
        (await writing.WriteAsync(before, Text.Replace("Ayşe Demir", "Ayşe Kaya"), "ayse", _clock.GetUtcNow())).Kept.ShouldBeTrue();

        var change = (await changes.ListAsync(5)).ShouldHaveSingleItem();
        (change.By, change.File, change.At, change.Before).ShouldBe(("ayse", Team, _clock.GetUtcNow(), Text));
        (change.Added, change.Removed).ShouldBe((1, 1));
        var late = await writing.WriteAsync(before, Text + "# late\n", "mehmet", _clock.GetUtcNow());
        (late.Kept, late.Faults.Count).ShouldBe((false, 0));
        (await changes.ListAsync(5)).Count.ShouldBe(1);
    }

    private string In(params string[] parts) => Path.Combine([_root.Path, .. parts]);

    private List<string> Everything() => [.. Directory.EnumerateFiles(_root.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
