using System.Security.Cryptography;

namespace Crisis.Web.Hosting;

/// <summary>
/// Style sheet, script and icon, from inside the assembly, each under an address that holds a hash of its content: it
/// may be kept for ever, and a new version has a new address.
/// </summary>
public sealed class PageAssets
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["css"] = "text/css; charset=utf-8",
        ["js"] = "text/javascript; charset=utf-8",
        ["svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, PageAsset> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    public PageAssets()
    {
        var assembly = typeof(PageAssets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var bytes = memory.ToArray();
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
            var file = name["assets/".Length..];
            var dot = file.LastIndexOf('.');
            var path = $"/assets/{file[..dot]}.{hash}{file[dot..]}";
            _paths[file] = path;
            _byPath[path] = new PageAsset(bytes, Types[file[(dot + 1)..]], $"\"{hash}\"");
        }
    }

    /// <summary>The address of a file such as <c>site.css</c>.</summary>
    public string this[string file] => _paths[file];

    public PageAsset? Find(string path) => _byPath.GetValueOrDefault(path);
}
