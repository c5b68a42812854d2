using Crisis.Contracts;
using Crisis.Core.Mentions;
using Crisis.Core.Mentions.Sources;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Hosting;

namespace Crisis.Local.Tests.Mentions;

public sealed class DocumentedSourceSpecs
{
    private static readonly IReadOnlyList<ISourceFactory> Factories = LocalSources.ForChecking(Folder());

    public static TheoryData<string, string> Documented()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, yaml) in DocumentedSources.Read()) data.Add(type, yaml);
        return data;
    }

    [Fact]
    public void Documentation_NamesEverySourceThatThisHostHas() =>
        DocumentedSources.Read().Select(d => d.Type).Distinct().Order().ShouldBe(Factories.Select(f => f.Type).Order());

    /// <summary>With the file that the example names.</summary>
    private static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("crisis-documented-").FullName;
        File.WriteAllText(Path.Combine(folder, "mentions.csv"), "id,created_at,text\n");
        return folder;
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public void Source_AsDocumented_IsReadFromYamlAndMade(string type, string yaml)
    {
        var result = new ConfigReader(Factories).Read([new ConfigFile("watches/kuzey.yaml", DocumentedSources.Watch(yaml))]);
        result.Faults.ShouldBeEmpty();
        var watch = result.Config!.Watches["kuzey"];
        watch.Sources[0].Fields.Values.ShouldAllBe(value => !value.Contains('…'));
        if (type is "push") return;
        var source = Factories.Single(f => f.Type == type).Create(watch, watch.Sources[0]);
        if (type is not "file") source.ShouldBeAssignableTo<ISourceProbe>();
    }
}
