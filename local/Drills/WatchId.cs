using System.Text;

namespace Crisis.Local.Drills;

/// <summary>Makes a watch's id out of whatever a column holds: <c>2013_Russia_meteor</c> becomes <c>2013-russia-meteor</c>.</summary>
internal static class WatchId
{
    public static string From(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) id.Append(char.ToLowerInvariant(c));
            else if (c == 'ı') id.Append('i');
            else if (id.Length > 0 && id[^1] != '-' && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) id.Append('-');
            if (id.Length == 40) break;
        }

        while (id.Length > 0 && id[^1] == '-') id.Length--;
        return id.Length == 0 ? "default" : id.ToString();
    }
}
