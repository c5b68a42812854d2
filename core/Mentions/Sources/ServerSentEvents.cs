using System.Runtime.CompilerServices;
using System.Text;

namespace Crisis.Core.Mentions.Sources;

/// <summary>Reads a stream of server-sent events (WHATWG HTML, 9.2). Comments count as signs of life, and end there.</summary>
public static class ServerSentEvents
{
    private const int LongestLine = 1024 * 1024;

    /// <param name="silence">After so long without a byte the connection is taken for dead.</param>
    /// <exception cref="IOException">It broke off, fell silent, or sends lines without end.</exception>
    public static async IAsyncEnumerable<(string Name, string Data)> ReadAsync(
        Stream stream, TimeSpan silence, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (name, data) = ("message", new StringBuilder());
        await foreach (var line in LinesAsync(stream, silence, clock, cancellation))
        {
            if (line.Length == 0)
            {
                if (data.Length > 0) yield return (name, data.ToString(0, data.Length - 1));
                (name, data) = ("message", new StringBuilder());
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon == 0) continue;
            var field = colon < 0 ? line : line[..colon];
            var value = colon < 0 ? "" : line[(colon + 1)..];
            if (value.StartsWith(' ')) value = value[1..];
            if (field == "event") name = value;
            else if (field == "data") data.Append(value).Append('\n');
            if (data.Length > LongestLine) throw new IOException("An event is too long.");
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(
        Stream stream, TimeSpan silence, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        using var line = new MemoryStream();
        while (true)
        {
            var read = await ReadAsync(stream, buffer, silence, clock, cancellation);
            if (read == 0) throw new IOException("The connection was closed.");
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == (byte)'\n')
                {
                    yield return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
                    line.SetLength(0);
                }
                else if (line.Length < LongestLine)
                {
                    line.WriteByte(buffer[i]);
                }
                else
                {
                    throw new IOException("A line is too long.");
                }
            }
        }
    }

    private static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, TimeSpan silence, TimeProvider clock, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(silence, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            return await stream.ReadAsync(buffer, both.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The connection fell silent.", e);
        }
    }
}
