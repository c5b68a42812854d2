using System.Security.Cryptography;

namespace Crisis.Local.Running;

/// <summary>A secret of a data folder: made once by chance, kept in a file that only its owner may read.</summary>
internal static class KeyFile
{
    /// <summary>The key as text of 64 hexadecimal digits.</summary>
    public static string Of(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file)) return File.ReadAllText(file).Trim();
        Directory.CreateDirectory(folder);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            using var writer = new StreamWriter(stream);
            writer.WriteLine(key);
        }

        return key;
    }
}
