using CsvHelper;

namespace Crisis.Core.Tests.Sentiment;

/// <summary>Recorded data that may not ship lies beside the project; where it is absent its specs are skipped.</summary>
internal static class SharedData
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", path);
            if (System.IO.File.Exists(file)) return file;
        }

        Assert.Skip($"The recorded data is not here: no folder above the tests has shared/data/{path}.");
        return "";
    }

    /// <summary>The columns text and label of a CSV.</summary>
    public static IEnumerable<(string Text, string Label)> Rows(string path) => Records(path, csv => (csv.GetString("text"), csv.GetString("label")));

    public static IEnumerable<T> Records<T>(string path, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        while (csv.Read()) yield return read(csv);
    }
}
