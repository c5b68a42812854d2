using Azure.Storage.Blobs;
using Crisis.Core.Watching.Configuration;
using Crisis.Functions.Azure;
using Crisis.Functions.Upkeep.Checks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Crisis.Functions.Tests.Azure;

public sealed class BlobConfigSourceSpecs : IDisposable
{
    private const string Good = "id: kuzey\nname: Kuzey\nlanguages: [en]\ntimeZone: Etc/UTC\nterms: [kuzey]\nsources:\n  - { type: push }\n";
    private readonly FakeTimeProvider _clock = new();
    private readonly BlobContainerClient _container;
    private readonly BlobConfigSource _source;

    public BlobConfigSourceSpecs()
    {
        Assert.SkipWhen(AzuriteServer.Missing is not null, AzuriteServer.Missing ?? "");
        _container = AzuriteServer.Blobs.GetBlobContainerClient("c" + Guid.NewGuid().ToString("n"));
        _source = new BlobConfigSource(_container, new ConfigReader([new Core.Mentions.Push.PushSourceFactory()]), _clock, NullLogger<BlobConfigSource>.Instance);
    }

    [Fact]
    public async Task Container_Missing_IsTheShippedDefaultWithoutAWatch()
    {
        var config = await _source.CurrentAsync();
        config.Watches.ShouldBeEmpty();
        config.Teams.Keys.ShouldContain("default");
    }

    [Fact]
    public async Task File_Changed_IsSeenWithinHalfAMinuteAndNotAskedForBefore()
    {
        await WriteAsync("watches/kuzey.yaml", Good);
        (await _source.CurrentAsync()).Watches["kuzey"].Name.ShouldBe("Kuzey");
        await WriteAsync("watches/kuzey.yaml", Good.Replace("name: Kuzey", "name: Kuzey Kargo", StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(29));
        (await _source.CurrentAsync()).Watches["kuzey"].Name.ShouldBe("Kuzey");
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await _source.CurrentAsync()).Watches["kuzey"].Name.ShouldBe("Kuzey Kargo");
    }

    [Fact]
    public async Task Version_WithFaults_LeavesTheLastGoodOne()
    {
        await WriteAsync("watches/kuzey.yaml", Good);
        await _source.CurrentAsync();
        await WriteAsync("watches/kuzey.yaml", "id: kuzey\nnonsense: 1\n");
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _source.CurrentAsync()).Watches["kuzey"].Name.ShouldBe("Kuzey");
        _source.Faults.ShouldContain(fault => fault.File == "watches/kuzey.yaml" && fault.Line == 2);
        (await new ConfigCheck(_source).FindAsync(_clock.GetUtcNow())).ShouldContain(trouble => trouble.StartsWith("Configuration: watches/kuzey.yaml:2: nonsense:", StringComparison.Ordinal) && trouble.EndsWith("The last good version goes on.", StringComparison.Ordinal));
        await WriteAsync("watches/kuzey.yaml", Good);
        await WriteAsync("watches/guney.yaml", Good.Replace("kuzey", "guney", StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _source.CurrentAsync()).Watches.Keys.Order().ShouldBe(["guney", "kuzey"]);
        (await new ConfigCheck(_source).FindAsync(_clock.GetUtcNow())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Version_WithFaultsFromTheBegin_IsToldToOperationsAsNothingWatched()
    {
        await WriteAsync("watches/kuzey.yaml", "id: kuzey\nnonsense: 1\n");
        (await _source.CurrentAsync()).Watches.ShouldBeEmpty();
        (await new ConfigCheck(_source).FindAsync(_clock.GetUtcNow())).ShouldAllBe(trouble => trouble.EndsWith("Nothing is watched.", StringComparison.Ordinal));
        _source.Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Files_WrittenOverAnotherVersion_AreRefused()
    {
        await WriteAsync("watches/kuzey.yaml", Good);
        var files = new BlobConfigFiles(_container);
        (await files.WriteAsync(new ConfigFile("watches/kuzey.yaml", "changed"), before: "something else")).ShouldBeFalse();
        (await files.WriteAsync(new ConfigFile("watches/kuzey.yaml", "changed"), before: Good)).ShouldBeTrue();
        (await files.ListAsync()).ShouldHaveSingleItem().Content.ShouldBe("changed");
        (await files.WriteAsync(new ConfigFile("watches/none.yaml", "x"), before: "")).ShouldBeFalse();
    }

    public void Dispose() => _source.Dispose();

    private async Task WriteAsync(string name, string content)
    {
        await _container.CreateIfNotExistsAsync();
        await _container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true);
    }
}
