using System.Reflection;

namespace Crisis.Infra.Tests.Compiling;

/// <summary>Where the files under test lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Said("Root");

    /// <summary>The compiler's file; empty when the feed has none.</summary>
    public static string Compiler { get; } = Said("Bicep");

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));

    private static string Said(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == key).Value ?? "";
}
