using System.Security.Cryptography;

namespace Crisis.Local.Hosting;

/// <summary>The key of a data folder's author hashes: made once, kept beside the data, readable by its owner alone.</summary>
internal static class AuthorKey
{
    private const string Name = "author.key";

    public static byte[] Of(string data)
    {
        var file = Path.Combine(data, Name);
        if (File.Exists(file)) return Convert.FromHexString(File.ReadAllText(file).Trim());
        Directory.CreateDirectory(data);
        var key = RandomNumberGenerator.GetBytes(32);
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var writer = new StreamWriter(stream);
        writer.WriteLine(Convert.ToHexStringLower(key));
        return key;
    }
}
