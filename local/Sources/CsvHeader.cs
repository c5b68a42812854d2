using System.Text;

namespace Crisis.Local.Sources;

/// <summary>A CSV file's header: which column stands where.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly char separator;

    private CsvHeader(string header)
    {
        separator = CsvFields.SeparatorOf(header);
        var names = CsvFields.Split(header, separator);
        Names = [.. names.Select(name => name.Trim())];
        for (var i = 0; i < names.Count; i++) places.TryAdd(names[i].Trim(), i);
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public static CsvHeader Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new CsvHeader(reader.ReadLine() ?? "");
    }

    /// <summary>Gives a column's text of a record, null when the column isn't there or the record is too short.</summary>
    public Func<string, string?> Row(string record)
    {
        var fields = CsvFields.Split(record, separator);
        return name => places.TryGetValue(name, out var at) && at < fields.Count ? fields[at] : null;
    }
}
