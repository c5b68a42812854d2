using Crisis.Core.Watching;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Hosting;

namespace Crisis.Local.Running;

/// <summary>The sample's configuration, from the files that the program carries.</summary>
internal static class SampleConfig
{
    private const string Prefix = "sample/";

    public static CrisisConfig Read()
    {
        var result = new ConfigReader(LocalSources.ForChecking(".")).Read(Files());
        return result.Config ?? throw new InvalidOperationException($"The sample's configuration is broken: {result.Faults[0]}");
    }

    /// <summary>The files themselves.</summary>
    public static IReadOnlyList<ConfigFile> Files()
    {
        var assembly = typeof(SampleConfig).Assembly;
        var files = new List<ConfigFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(new ConfigFile(name[Prefix.Length..], reader.ReadToEnd()));
        }

        return files;
    }
}
