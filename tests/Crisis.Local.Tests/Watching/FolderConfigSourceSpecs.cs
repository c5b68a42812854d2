using Crisis.Core.Watching.Configuration;
using Crisis.Local.Hosting;
using Crisis.Local.Tests.Commands;
using Crisis.Local.Watching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Local.Tests.Watching;

public sealed class FolderConfigSourceSpecs : IDisposable
{
    private const string Good = "id: kuzey\nname: Kuzey\nlanguages: [en]\ntimeZone: Etc/UTC\nterms: [kuzey]\nsources:\n  - { type: push }\n";
    private readonly InputFolder folder = new();
    private readonly FakeTimeProvider clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Version_WithFaults_LeavesTheLastGoodOneAndSaysWhy()
    {
        folder.Write("watches/kuzey.yaml", Good);
        var source = new FolderConfigSource(new DirectoryInfo(folder.Path), new ConfigReader(LocalSources.ForChecking(folder.Path)), clock, NullLogger.Instance);
        folder.Write("watches/kuzey.yaml", "id: kuzey\nnonsense: 1\n");
        clock.Advance(TimeSpan.FromSeconds(6));
        (await source.CurrentAsync(TestContext.Current.CancellationToken)).Watches["kuzey"].Name.ShouldBe("Kuzey");
        source.Faults.ShouldContain(fault => fault.File == "watches/kuzey.yaml" && fault.Line == 2 && fault.Field == "nonsense");

        folder.Write("watches/kuzey.yaml", Good.Replace("name: Kuzey", "name: Kuzey Kargo", StringComparison.Ordinal));
        clock.Advance(TimeSpan.FromSeconds(6));
        (await source.CurrentAsync(TestContext.Current.CancellationToken)).Watches["kuzey"].Name.ShouldBe("Kuzey Kargo");
        source.Faults.ShouldBeEmpty();
    }
}
