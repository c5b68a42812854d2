using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Crisis.Local.Tests.Running;

/// <summary>The built program as a process of its own, as a user starts it.</summary>
public sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> messages = [];
    private readonly TaskCompletionSource<string> board = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process) => this.process = process;

    /// <summary>All lines that it wrote to standard output so far.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (output) return [.. output];
        }
    }

    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (messages) return [.. messages];
        }
    }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Crisis.Local.dll");

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <param name="folder">Where it is started; the tests' own folder when not said.</param>
    public static RunningProgram Start(IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.WorkingDirectory = folder ?? AppContext.BaseDirectory;
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var running = new RunningProgram(process);
        process.OutputDataReceived += (_, line) => running.Heard(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            lock (running.messages) running.messages.Add(line.Data);
        };
        process.Exited += (_, _) =>
        {
            running.ended.TrySetResult();
            running.board.TrySetException(new InvalidOperationException($"The program ended before its board was up: {string.Join('\n', running.Messages)}"));
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return running;
    }

    /// <summary>The address of its board, as it says on standard output.</summary>
    public Task<string> BoardAsync() => board.Task.WaitAsync(Patience);

    /// <summary>The end of a process that nobody can refuse (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await ended.Task.WaitAsync(Patience);
    }

    /// <summary>Ctrl-C, once.</summary>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <exception cref="TimeoutException">It did not end; says what it told last.</exception>
    public async Task<int> EndAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"The program {(process.HasExited ? "ended, and its output did not" : "did not end")}: {string.Join('\n', Messages)}", late);
        }

        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
        const string Begin = "Board:";
        if (line.StartsWith(Begin, StringComparison.Ordinal)) board.TrySetResult(line[Begin.Length..].Trim());
    }
}
