using System.Text;

namespace Crisis.Local.Sources;

/// <summary>
/// The records of a CSV that can only be read forwards. As in <see cref="RecordScan"/>, a quote that is never closed costs
/// its own line and no other. <see cref="FileRecord.Offset"/> is not known and 0.
/// </summary>
internal sealed class CsvRecords(TextReader input)
{
    private const int MostLines = 500;
    private readonly LinkedList<(string? Text, int Line)> ahead = [];
    private readonly StringBuilder line = new();
    private int number;
    private bool afterReturn;

    /// <summary>The next record, or null at the end; empty lines are none.</summary>
    public FileRecord? Next()
    {
        while (Take() is { } first)
        {
            if (first.Text is null) return new FileRecord(null, 0, first.Line, FileTail.TooLong);
            if (string.IsNullOrWhiteSpace(first.Text)) continue;
            var quotes = new QuoteState();
            quotes.Read(first.Text, over: false);
            if (!quotes.Open) return new FileRecord(first.Text, 0, first.Line);
            return Several(first.Text, first.Line, quotes) is { } whole
                ? new FileRecord(whole, 0, first.Line)
                : new FileRecord(null, 0, first.Line, FileTail.Unclosed);
        }

        return null;
    }

    /// <summary>A record over several lines; null when it is none, and its further lines stand ahead again.</summary>
    private string? Several(string text, int at, QuoteState quotes)
    {
        var whole = new StringBuilder(text);
        var taken = new List<(string? Text, int Line)>();
        while (quotes.Open && !quotes.Astray && whole.Length < FileTail.LongestRecord && taken.Count < MostLines && Take() is { } next)
        {
            taken.Add(next);
            if (next.Text is null) break;
            whole.Append('\n').Append(next.Text);
            quotes.Read(next.Text, over: true);
        }

        if (!quotes.Open && !quotes.Astray) return whole.ToString();
        for (var i = taken.Count - 1; i >= 0; i--) ahead.AddFirst(taken[i]);
        return null;
    }

    private (string? Text, int Line)? Take()
    {
        if (ahead.First is { } waiting)
        {
            ahead.RemoveFirst();
            return waiting.Value;
        }

        return Line();
    }

    /// <summary>The next line; its text is null when it is too long to be kept.</summary>
    private (string? Text, int Line)? Line()
    {
        line.Clear();
        var (any, tooLong) = (false, false);
        int c;
        while ((c = input.Read()) >= 0)
        {
            if (c == '\n' && afterReturn && !any)
            {
                afterReturn = false;
                continue;
            }

            (any, afterReturn) = (true, c == '\r');
            if (c is '\n' or '\r') break;
            if (line.Length < FileTail.LongestRecord) line.Append((char)c);
            else tooLong = true;
        }

        if (!any) return null;
        number++;
        return (tooLong ? null : line.ToString(), number);
    }

    /// <summary>Whether a quoted field is open behind what was read, and whether its quotes make sense.</summary>
    private sealed class QuoteState
    {
        public bool Open { get; private set; }

        public bool Astray { get; private set; }

        /// <param name="over">The record has more than one line: then a stray quote is another field's.</param>
        public void Read(string text, bool over)
        {
            var (closed, fieldStart) = (false, !over);
            foreach (var c in text)
            {
                if (c == '"')
                {
                    var opens = !Open && (fieldStart || closed);
                    (closed, Open) = (Open, opens);
                }
                else
                {
                    if (closed && over && c is not (',' or ';' or '\t')) Astray = true;
                    closed = false;
                }

                fieldStart = c is ',' or ';' or '\t';
            }
        }
    }
}
