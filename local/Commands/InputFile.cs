using System.Text;

namespace Crisis.Local.Commands;

/// <summary>Opens what a verb reads and writes.</summary>
internal static class InputFile
{
    /// <exception cref="WrongInputException">There is no such file; says when it is a folder.</exception>
    public static void Need(FileInfo file)
    {
        if (Directory.Exists(file.FullName)) throw new WrongInputException($"{file}: is a folder. Name a file in it.");
        if (!file.Exists) throw new WrongInputException($"{file}: there is no such file. Check the path; it is seen from {Directory.GetCurrentDirectory()}.");
    }

    /// <exception cref="WrongInputException">The file is not there or may not be read.</exception>
    public static StreamReader Open(FileInfo file)
    {
        Need(file);
        try
        {
            return new StreamReader(file.FullName, Encoding.UTF8);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"{file}: cannot be read: {trouble.Message}");
        }
    }

    /// <summary>Standard output in UTF-8 with a buffer: rows are many.</summary>
    public static StreamWriter Results() => new(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
}
