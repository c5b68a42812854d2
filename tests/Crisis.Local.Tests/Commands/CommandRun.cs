using System.Diagnostics;
using Crisis.Local.Tests.Running;

namespace Crisis.Local.Tests.Commands;

/// <summary>One call of the real program: what it wrote where, and how it ended.</summary>
public sealed record CommandRun(int Exit, string Output, string Messages)
{
    public static Task<CommandRun> OfAsync(params string[] arguments) => InAsync(null, arguments);

    public static async Task<CommandRun> InAsync(string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [RunningProgram.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["TERM"] = "dumb";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return new CommandRun(process.ExitCode, await output, await messages);
    }
}
