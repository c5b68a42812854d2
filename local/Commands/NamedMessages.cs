using System.Text;

namespace Crisis.Local.Commands;

/// <summary>Puts a file's name before each message about it.</summary>
internal sealed class NamedMessages(TextWriter inner, string name) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void WriteLine(string? value) => inner.WriteLine($"{name}: {value}");

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync($"{name}: {value}");
}
