using Crisis.Local.Commands;
using Crisis.Local.Drills;

namespace Crisis.Local.Tests.Drills;

/// <summary>The drills of samples/drills, played as the verb plays them.</summary>
internal static class ShippedDrills
{
    /// <summary>Drills that must stay quiet begin with this.</summary>
    public const string Quiet = "quiet-";

    private static readonly string Folder = Find();

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static DrillScript ScriptOf(string name) => DrillScriptReader.Read(new FileInfo(Path.Combine(Folder, name + ".yaml")));

    /// <summary>The lines of a drill's mentions, header first; none of their texts has a line break.</summary>
    public static string[] Rows(string name) => File.ReadAllLines(Path.Combine(Folder, name + ".csv"));

    public static async Task<DrillResult> PlayAsync(string name, CancellationToken cancellation)
    {
        using var output = DrillOutput.Prepare(null);
        var config = DrillCommand.ReadConfig(new DirectoryInfo(Path.Combine(Folder, "config")));
        var file = DrillFile.Open(new FileInfo(Path.Combine(Folder, name + ".csv")), map: null, sentiment: null, watch: null);
        return await DrillCommand.PlayAsync(config, ScriptOf(name), file, output, cancellation);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var drills = Path.Combine(folder.FullName, "samples", "drills");
            if (Directory.Exists(drills)) return drills;
        }

        throw new DirectoryNotFoundException("samples/drills above " + AppContext.BaseDirectory);
    }
}
