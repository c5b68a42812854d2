namespace Crisis.Core.Tests.Sentiment;

/// <summary>Labelled texts that may not ship lie beside the project; where they are absent their specs are skipped.</summary>
internal static class SharedData
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", path);
            if (System.IO.File.Exists(file)) return file;
        }
        Assert.Skip($"The labelled texts are not here: no folder above the tests has shared/data/{path}.");
        return "";
    }

    /// <summary>The columns text and label of a CSV with quoting.</summary>
    public static IEnumerable<(string Text, string Label)> Rows(string path)
    {
        var records = Records(System.IO.File.ReadAllText(path)).ToList();
        var (text, label) = (records[0].IndexOf("text"), records[0].IndexOf("label"));
        return records.Skip(1).Where(record => record.Count > label).Select(record => (record[text], record[label]));
    }

    private static IEnumerable<List<string>> Records(string csv)
    {
        var (record, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c is '"' && i + 1 < csv.Length && csv[i + 1] is '"') field.Append(csv[i++]);
            else if (c is '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c is '\n')
                {
                    yield return record;
                    record = [];
                }
            }
        }
    }
}
