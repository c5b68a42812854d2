using System.Buffers;
using System.Globalization;

namespace Crisis.Core.Mentions;

/// <summary>
/// Writes JSON straight into a reused buffer of characters, for the rows of the hot path. Unlike the framework's
/// encoders it leaves emoji as they are, so that a text of 8,000 characters always fits a row.
/// </summary>
internal sealed class CompactJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\" + string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)));

    private char[] _text = new char[1024];

    public int Length { get; private set; }

    public CompactJson Clear()
    {
        Length = 0;
        return this;
    }

    public CompactJson Open(char bracket)
    {
        Separate();
        Put(bracket);
        return this;
    }

    public CompactJson Close(char bracket)
    {
        Put(bracket);
        return this;
    }

    public CompactJson Name(string name)
    {
        Value(name);
        Put(':');
        return this;
    }

    public CompactJson Value(long number)
    {
        Separate();
        Reserve(20);
        number.TryFormat(_text.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    public CompactJson Value(ReadOnlySpan<char> text)
    {
        Separate();
        Put('"');
        while (true)
        {
            var plain = text.IndexOfAny(Escaped);
            var run = plain < 0 ? text : text[..plain];
            Reserve(run.Length + 8);
            run.CopyTo(_text.AsSpan(Length));
            Length += run.Length;
            if (plain < 0) break;
            Escape(text[plain]);
            text = text[(plain + 1)..];
        }

        Put('"');
        return this;
    }

    /// <summary>A property, left out when the value is null or empty.</summary>
    public CompactJson Optional(string name, string? value) => string.IsNullOrEmpty(value) ? this : Name(name).Value(value);

    /// <summary>A property, left out when it is 0.</summary>
    public CompactJson Optional(string name, long value) => value == 0 ? this : Name(name).Value(value);

    /// <summary>A property of 1, left out when false.</summary>
    public CompactJson Optional(string name, bool value) => value ? Name(name).Value(1) : this;

    public CompactJson Base64(ReadOnlySpan<byte> bytes)
    {
        Separate();
        Put('"');
        Reserve((((bytes.Length + 2) / 3) * 4) + 1);
        Convert.TryToBase64Chars(bytes, _text.AsSpan(Length), out var written);
        Length += written;
        Put('"');
        return this;
    }

    /// <summary>Takes back what was written behind an earlier <see cref="Length"/>.</summary>
    public void CutTo(int length) => Length = length;

    public override string ToString() => new(_text, 0, Length);

    private void Escape(char c)
    {
        Reserve(6);
        _text[Length++] = '\\';
        if (c is '"' or '\\' or '\n' or '\t')
        {
            _text[Length++] = c switch { '\n' => 'n', '\t' => 't', _ => c };
            return;
        }

        _text[Length++] = 'u';
        ((int)c).TryFormat(_text.AsSpan(Length), out var written, "x4", CultureInfo.InvariantCulture);
        Length += written;
    }

    private void Separate()
    {
        if (Length > 0 && _text[Length - 1] is not ('{' or '[' or ':')) Put(',');
    }

    private void Put(char c)
    {
        Reserve(1);
        _text[Length++] = c;
    }

    private void Reserve(int more)
    {
        if (Length + more > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + more));
    }
}
