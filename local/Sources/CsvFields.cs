using System.Text;

namespace Crisis.Local.Sources;

/// <summary>Splits one CSV record into its fields (RFC 4180: quotes around, doubled within).</summary>
internal static class CsvFields
{
    /// <summary>Comma, semicolon or tab: whichever the header has most of.</summary>
    public static char SeparatorOf(string header) =>
        ((char[])[',', ';', '\t']).MaxBy(c => header.Count(h => h == c));

    public static IReadOnlyList<string> Split(string record, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < record.Length && record[i + 1] == '"') field.Append(record[++i]);
                else quoted = false;
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
