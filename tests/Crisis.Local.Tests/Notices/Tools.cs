namespace Crisis.Local.Tests.Notices;

/// <summary>Finds what <c>./crisis</c> installs beside the solution; tests that need it are skipped when it is not there.</summary>
internal static class Tools
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>A file of a package in <c>.tools/node_modules</c>, or null.</summary>
    public static string? Node(string path) => Existing(Path.Combine(Root, ".tools", "node_modules", path));

    public static string? Program(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static string? Existing(string path) => File.Exists(path) || Directory.Exists(path) ? path : null;

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Crisis.Serverless.sln"))) return at.FullName;
        }

        return folder;
    }
}
