using System.Text;
using Crisis.Core.Watching.Configuration;
using Crisis.Local.Commands;

namespace Crisis.Local.Watching;

/// <summary>The files of a configuration folder.</summary>
internal static class ConfigFolder
{
    private static readonly string[] Rooms = ["watches", "teams", "playbooks"];

    /// <exception cref="WrongInputException">The folder is not there, or holds no configuration at all.</exception>
    public static IReadOnlyList<ConfigFile> Read(DirectoryInfo folder)
    {
        if (!folder.Exists) throw new WrongInputException($"{folder.FullName}: there is no such folder. Make it with watches/, teams/ and playbooks/, or name another with --config.");
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var files = new List<ConfigFile>();
        foreach (var room in Rooms.Select(room => new DirectoryInfo(Path.Combine(folder.FullName, room))).Where(room => room.Exists))
        {
            foreach (var file in room.EnumerateFiles().Where(file => file.Extension is ".yaml" or ".yml"))
            {
                try
                {
                    files.Add(new ConfigFile($"{room.Name}/{file.Name}", File.ReadAllText(file.FullName, strict)));
                }
                catch (DecoderFallbackException)
                {
                    throw new WrongInputException($"{room.Name}/{file.Name}: is not UTF-8. Save it as UTF-8 and try again.");
                }
            }
        }

        if (files.Count == 0) throw new WrongInputException($"{folder.FullName}: holds no .yaml file in watches/, teams/ or playbooks/. Write at least watches/<brand>.yaml.");
        return files;
    }

    /// <summary>Changes whenever a file is added, removed or written.</summary>
    public static string Stamp(DirectoryInfo folder)
    {
        var stamp = new StringBuilder();
        foreach (var room in Rooms.Select(room => new DirectoryInfo(Path.Combine(folder.FullName, room))).Where(room => room.Exists))
        {
            foreach (var file in room.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                stamp.Append(room.Name).Append('/').Append(file.Name).Append('|').Append(file.LastWriteTimeUtc.Ticks).Append('|').Append(file.Length).Append('\n');
            }
        }

        return stamp.ToString();
    }
}
