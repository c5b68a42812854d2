using System.Text;

namespace Crisis.Local.Tests.Commands;

/// <summary>A folder with the files of one test.</summary>
public sealed class InputFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("crisis-input-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
