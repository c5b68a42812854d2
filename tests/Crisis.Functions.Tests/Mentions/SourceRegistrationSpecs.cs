using Crisis.Contracts;
using Crisis.Core;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Storage;
using Crisis.Core.Tests.Storage;
using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Functions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crisis.Functions.Tests.Mentions;

public sealed class SourceRegistrationSpecs
{
    private static readonly ServiceProvider Services = Build();

    public static TheoryData<string, string> Documented()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, yaml) in DocumentedSources.Read().Where(d => d.Type != "file")) data.Add(type, yaml);
        return data;
    }

    [Fact]
    public void Documentation_NamesEverySourceThatThisHostHas() =>
        DocumentedSources.Read().Select(d => d.Type).Where(t => t != "file").Distinct().Order().ShouldBe(Services.GetServices<ISourceFactory>().Select(f => f.Type).Order());

    [Theory]
    [MemberData(nameof(Documented))]
    public void Source_AsDocumented_IsReadFromYamlAndMade(string type, string yaml)
    {
        var result = Services.GetRequiredService<ConfigReader>().Read([new ConfigFile("watches/kuzey.yaml", DocumentedSources.Watch(yaml))]);
        result.Faults.ShouldBeEmpty();
        var watch = result.Config!.Watches["kuzey"];
        var factory = Services.GetServices<ISourceFactory>().Single(f => f.Type == type);
        if (type == "push") Should.Throw<InvalidOperationException>(() => factory.Create(watch, watch.Sources[0]));
        else factory.Create(watch, watch.Sources[0]).ShouldBeAssignableTo<ISourceProbe>();
    }

    [Fact]
    public async Task Credential_ByReference_ComesFromTheAppSettings() =>
        (await Services.GetRequiredService<ISecrets>().NeedAsync("secret:mastodon-token")).ShouldBe("from-the-vault");

    [Fact]
    public void File_OnThisHost_IsRefusedByItsLine()
    {
        var result = Services.GetRequiredService<ConfigReader>().Read([new ConfigFile("watches/kuzey.yaml", DocumentedSources.Watch("{ type: file, path: m.csv }"))]);
        result.Faults.ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    private static ServiceProvider Build()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["CRISIS_SECRET_AUTHOR_KEY"] = "a key for tests, long enough to be one",
            ["CRISIS_SECRET_MASTODON_TOKEN"] = "from-the-vault",
            ["Crisis:PublicUrl"] = "http://127.0.0.1:7071",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IRowStore>(new MemoryRowStore());
        services.AddSingleton<TimeProvider>(TimeProvider.System);
        services.AddSources(new AppSettings(settings));
        return services.BuildServiceProvider();
    }
}
