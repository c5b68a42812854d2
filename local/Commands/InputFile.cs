using System.Text;

namespace Crisis.Local.Commands;

/// <summary>Opens what a verb reads and writes.</summary>
internal static class InputFile
{
    /// <exception cref="WrongInputException">The file is not there or may not be read.</exception>
    public static StreamReader Open(FileInfo file)
    {
        try
        {
            return new StreamReader(file.FullName, Encoding.UTF8);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"{file}: {(file.Exists ? "cannot be read: " + trouble.Message : "there is no such file.")}");
        }
    }

    /// <summary>Standard output in UTF-8 with a buffer: rows are many.</summary>
    public static StreamWriter Results() => new(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
}
