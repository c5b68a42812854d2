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
        if (File.Exists(folder.FullName)) throw new WrongInputException($"{folder.FullName}: is a file. Name the folder that holds watches/, teams/ and playbooks/.");
        if (!folder.Exists) throw new WrongInputException($"{folder.FullName}: there is no such folder. Make it with watches/, teams/ and playbooks/, or name another with --config.");
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var files = new List<ConfigFile>();
        foreach (var room in Rooms.Select(room => new DirectoryInfo(Path.Combine(folder.FullName, room))).Where(room => room.Exists))
        {
            foreach (var file in room.EnumerateFiles().Where(IsYaml))
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

    /// <summary>What lies in the folder as if it were configuration, and is not read: a message each.</summary>
    public static IReadOnlyList<string> Strays(DirectoryInfo folder) =>
    [
        .. folder.EnumerateDirectories().Where(room => !Rooms.Contains(room.Name) && Spelling.Nearest(room.Name, Rooms) is not null)
            .Select(room => $"{room.Name}/: is not read. Did you mean '{Spelling.Nearest(room.Name, Rooms)}'?"),
        .. folder.EnumerateFiles().Where(IsYaml).Select(file => $"{file.Name}: is not read. Put it into watches/, teams/ or playbooks/."),
        .. Rooms.Select(room => new DirectoryInfo(Path.Combine(folder.FullName, room))).Where(room => room.Exists).SelectMany(room => room.EnumerateFiles().Where(file => !IsYaml(file)).Select(file => $"{room.Name}/{file.Name}: is not read. Files end in .yaml.")),
    ];

    private static bool IsYaml(FileInfo file) => file.Extension is ".yaml" or ".yml";

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
