using Crisis.Core.Watching.Configuration;
using Crisis.Web.Configuration;

namespace Crisis.Web.Tests.Samples;

/// <summary>Configuration files in memory.</summary>
public sealed class SampleFiles : IConfigFiles
{
    public const string Team = "id: default\npeople:\n  - { id: ayse, name: Ayşe Demir, roles: [lead], language: tr, email: ayse@kuzey.example }\n";

    public bool ReadOnly { get; set; }

    public Dictionary<string, string> Files { get; } = new() { ["teams/default.yaml"] = Team, ["watches/kuzey.yaml"] = "id: kuzey\nname: Kuzey Kargo\nterms: [kuzey kargo]\n" };

    public ValueTask<IReadOnlyList<ConfigFile>> ListAsync(CancellationToken cancellation = default) =>
        new([.. Files.Select(f => new ConfigFile(f.Key, f.Value))]);

    public ValueTask<bool> WriteAsync(ConfigFile file, string before, CancellationToken cancellation = default)
    {
        if (Files[file.Path] != before) return new(false);
        Files[file.Path] = file.Content;
        return new(true);
    }
}
